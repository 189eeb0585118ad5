"""Rates from few data: the Beta distribution, intervals for a proportion, and the chance of at least one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import erf, exp, inf, lgamma, log, log1p, sqrt

_TINY = 1e-300
_CLOSE = 1e-15
_MIDDLES = tuple((place + 0.5) / 250 for place in range(250))


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both proportions in [0, 1]; `level` is the share of belief or of samples inside."""

    low: float
    high: float
    level: float = 0.8

    def overlaps(self, other: Interval) -> bool:
        """Whether the two share at least one value."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Beta:
    """A Beta(a, b) belief about a rate, a and b above 0. Fractional counts are fine."""

    a: float
    b: float

    def __post_init__(self) -> None:
        if not (0 < self.a < inf and 0 < self.b < inf):
            raise ValueError(f"a Beta needs two positive counts, not {self.a} and {self.b}")

    @property
    def mean(self) -> float:
        """The expected rate, a / (a + b)."""
        return self.a / (self.a + self.b)

    def updated(self, hits: float, misses: float) -> Beta:
        """The belief after `hits` and `misses` more (Bayes; conjugate)."""
        if hits < 0 or misses < 0:
            raise ValueError("counts can’t be negative")
        return Beta(self.a + hits, self.b + misses)

    def below(self, x: float) -> float:
        """P(rate < x)."""
        return beta_tail(self.a, self.b, x)

    def chance_below(self, other: Beta) -> float:
        """P(this rate < the other), each believed apart from the other; within .001 for a, b from 1 to 100."""
        return _chance_below(self.a, self.b, other.a, other.b)

    def quantile(self, share: float) -> float:
        """The rate that a `share` of the belief lies below."""
        return beta_quantile(self.a, self.b, share)

    def interval(self, level: float = 0.8) -> Interval:
        """The equal-tailed interval that holds `level` of the belief."""
        outside = (1 - level) / 2
        return Interval(self.quantile(outside), self.quantile(1 - outside), level)


@lru_cache(maxsize=1024)
def _chance_below(a: float, b: float, other_a: float, other_b: float) -> float:
    """By the midpoint rule; the few counts that people have come again and again."""
    mine = theirs = both = 0.0
    for x in _MIDDLES:
        here, there = _beta_density(a, b, x), _beta_density(other_a, other_b, x)
        both += there * (mine + here / 2)
        mine, theirs = mine + here, theirs + there
    return both / (mine * theirs)


def beta_tail(a: float, b: float, x: float) -> float:
    """P(rate < x) for rate ~ Beta(a, b): the regularized incomplete beta function I_x(a, b).

    Continued fraction 8.17.22 of the NIST Handbook (Olver et al. 2010), by Lentz's method; about 1e-13.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = exp(a * log(x) + b * log1p(-x) - log_beta(a, b))
    if x < (a + 1) / (a + b + 2):
        return min(1.0, front * _continue_fraction(a, b, x) / a)
    return max(0.0, 1.0 - front * _continue_fraction(b, a, 1 - x) / b)


def beta_quantile(a: float, b: float, share: float) -> float:
    """The x with P(rate < x) = share: Newton's steps on `beta_tail`, halved where they leave the bracket."""
    if not 0 <= share <= 1:
        raise ValueError(f"a share lies between 0 and 1, not at {share}")
    if share in (0, 1):
        return float(share)
    low, high, x = 0.0, 1.0, a / (a + b)
    for _ in range(1100):  # a float halves about so often before it is 0
        over = beta_tail(a, b, x) - share
        low, high = (low, x) if over > 0 else (x, high)
        step = x - over / max(_beta_density(a, b, x), _TINY)
        closer = step if low < step < high else (low + high) / 2
        if abs(closer - x) <= _CLOSE * x or closer in (low, high):
            return closer
        x = closer
    return x


def _beta_density(a: float, b: float, x: float) -> float:
    return exp((a - 1) * log(x) + (b - 1) * log1p(-x) - log_beta(a, b)) if 0 < x < 1 else 0.0


def log_beta(a: float, b: float) -> float:
    """log B(a, b)."""
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def chance_of_at_least_one(a: float, b: float, n: float) -> float:
    """P(at least one success in n tries) when the rate itself is only believed: 1 − B(a, b+n) / B(a, b).

    The plug-in 1 − (1 − mean)^n is too hopeful; this is not (evidence §10).
    """
    if n < 0:
        raise ValueError("the number of tries can’t be negative")
    return 1 - exp(log_beta(a, b + n) - log_beta(a, b))


def wilson_interval(hits: float, n: float, *, z: float = 1.2815515655446004) -> Interval:
    """Wilson's score interval (1927) for hits out of n; z = 1.2816 is 80 %, 1.96 is 95 %. No data: all of [0, 1]."""
    if not 0 <= hits <= n:
        raise ValueError(f"{hits} out of {n} is not a proportion")
    level = erf(z / sqrt(2))
    if n == 0:
        return Interval(0.0, 1.0, level)
    share, spread = hits / n, z * z / n
    center = (share + spread / 2) / (1 + spread)
    half = z * sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread)
    return Interval(max(0.0, center - half), min(1.0, center + half), level)


def _continue_fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function, even and odd step in one turn."""
    c, d = 1.0, 1.0 / _keep_from_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, 10_000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d, c = 1.0 / _keep_from_zero(1 + even * d), _keep_from_zero(1 + even / c)
        value *= d * c
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d, c = 1.0 / _keep_from_zero(1 + odd * d), _keep_from_zero(1 + odd / c)
        value *= d * c
        if abs(d * c - 1) < _CLOSE:
            break
    return value


def _keep_from_zero(x: float) -> float:
    """Keep a divisor away from zero."""
    return x if abs(x) > _TINY else _TINY
