"""Files that a test makes: zips, workbooks, and workbooks with something odd in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

ROOT = '<?xml version="1.0" encoding="UTF-8"?>'
_TYPES = (
    ROOT + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELS = (
    ROOT + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>'
)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_BOOK = (
    ROOT + f'<workbook xmlns="{_MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="Jobs" sheetId="1" r:id="r1"/></sheets></workbook>'
)


def make_zip(files: Mapping[str, str | bytes]) -> bytes:
    """A zip with these files in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return made.getvalue()


def make_workbook(rows: Sequence[Sequence[str]], *, merged: str = "", **more: str | bytes) -> bytes:
    """An .xlsx of text cells. A cell that begins with “=” is a formula without a result."""
    body = "".join(
        f'<row r="{number}">{"".join(_cell(cell, place, number) for place, cell in enumerate(row))}</row>'
        for number, row in enumerate(rows, 1)
    )
    over = f'<mergeCells count="1"><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
    sheet = f'{ROOT}<worksheet xmlns="{_MAIN}"><sheetData>{body}</sheetData>{over}</worksheet>'
    return make_zip(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELS.format(kind="officeDocument", target="xl/workbook.xml"),
            "xl/workbook.xml": _BOOK,
            "xl/_rels/workbook.xml.rels": _RELS.format(kind="worksheet", target="worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": sheet,
            **{f"xl/{name}": text for name, text in more.items()},
        }
    )


def _cell(cell: str, place: int, number: int) -> str:
    at = f"{chr(65 + place)}{number}"
    if cell.startswith("="):
        return f'<c r="{at}"><f>{escape(cell[1:])}</f></c>'
    return f'<c r="{at}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>' if cell else ""


def make_ods(rows: Sequence[Sequence[str]], *, locked: bool = False, cells: str = "") -> bytes:
    """An .ods of text cells; `cells` are further rows as they are written there."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    body = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(c)}</text:p></table:table-cell>' for c in row
        )
        + "</table:table-row>"
        for row in rows
    )
    body += cells
    content = (
        f'{ROOT}<office:document-content xmlns:office="{names}:office:1.0" xmlns:table="{names}:table:1.0" '
        f'xmlns:text="{names}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Jobs">{body}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    lock = "<manifest:encryption-data/>" if locked else ""
    manifest = (
        f'{ROOT}<manifest:manifest xmlns:manifest="{names}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">{lock}'
        "</manifest:file-entry></manifest:manifest>"
    )
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    return make_zip({"mimetype": mimetype, "META-INF/manifest.xml": manifest, "content.xml": content})
