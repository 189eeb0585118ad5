# Onward for yourself, behind a proxy with TLS and a password: docs/run-it-yourself.md says how it is started.
FROM python:3.13-slim
COPY pyproject.toml README.md LICENSE CHANGELOG.md /src/
COPY src /src/src
COPY docs /src/docs
COPY examples /src/examples
RUN pip install --no-cache-dir "/src[served]" && rm -r /src && useradd --create-home onward && install -d -o onward /home/onward/search
USER onward
ENV ONWARD_HOME=/home/onward/search
VOLUME /home/onward/search
ENTRYPOINT ["onward"]
