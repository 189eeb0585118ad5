"""A Beta on a logarithmic grid, held against what is known of products and powers of Betas."""

from __future__ import annotations

from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.maths.lattice import spread_points
from onward.maths.log_beta import (
    POINTS,
    SCORES,
    SIZE,
    log_odds_at_scores,
    place_on_grid,
    put_on_grid,
    read_between,
)
from onward.maths.proportion import Beta, chance_of_at_least_one

BETAS = st.builds(Beta, st.floats(0.3, 200), st.floats(0.3, 200))


@settings(max_examples=40, deadline=None)
@given(BETAS)
def test_mass_mean_and_mean_square_are_kept(belief: Beta) -> None:
    on_grid = put_on_grid(belief)
    square = belief.mean * (belief.a + 1) / (belief.a + belief.b + 1)
    assert sum(on_grid.weights) + on_grid.rest == pytest.approx(1, abs=1e-6)
    assert sum(w * x for w, x in zip(on_grid.weights, POINTS, strict=False)) == pytest.approx(belief.mean, abs=1e-6)
    assert sum(w * x * x for w, x in zip(on_grid.weights, POINTS, strict=False)) == pytest.approx(square, abs=1e-5)


@pytest.mark.parametrize(("belief", "n"), [(Beta(1, 14), 10), (Beta(2, 8), 5), (Beta(5, 5), 40), (Beta(9.7, 0.3), 2)])
def test_the_chance_of_none_is_that_of_the_beta_binomial(belief: Beta, n: int) -> None:
    none = [(1 - x) ** n for x in POINTS]
    assert 1 - put_on_grid(belief).average(none)[0] == pytest.approx(
        chance_of_at_least_one(belief.a, belief.b, n), abs=4e-4
    )


def test_a_product_of_two_betas_whose_counts_fit_is_a_beta() -> None:
    """Beta(a, b) · Beta(a + b, c) is Beta(a, b + c)."""
    first, second, product = Beta(2, 3), Beta(5, 4), Beta(2, 7)
    none = [(1 - x) ** 12 for x in POINTS]
    once = put_on_grid(first).average(none)
    assert put_on_grid(second).average(once)[0] == pytest.approx(put_on_grid(product).average(none)[0], abs=3e-4)


def test_fewer_places_are_the_first_of_all() -> None:
    none = [(1 - x) ** 7 for x in POINTS]
    on_grid = put_on_grid(Beta(4, 6))
    assert on_grid.average(none, 3) == on_grid.average(none)[:3]
    assert len(on_grid.average(none)) == SIZE


def test_a_place_on_the_grid_is_where_its_point_stands() -> None:
    assert [place_on_grid(POINTS[at]) for at in (0, 7, SIZE - 1)] == pytest.approx([0, 7, SIZE - 1])
    assert place_on_grid(0) == SIZE - 1


@pytest.mark.parametrize("belief", [Beta(1, 14), Beta(5, 5), Beta(100, 900), Beta(9.7, 0.3)])
def test_quantiles_are_read_off_between_scores(belief: Beta) -> None:
    odds = log_odds_at_scores(belief)
    middle = belief.quantile(0.5)
    assert read_between(odds, 0.0) == pytest.approx(log(middle / (1 - middle)))
    assert read_between(odds, -99) == odds[0]
    assert read_between(odds, 99) == pytest.approx(odds[-1], abs=1e-4)
    assert list(odds) == sorted(odds)
    assert len(odds) == len(SCORES)


def test_points_of_the_lattice_fill_the_cube_evenly_and_are_always_the_same() -> None:
    points = spread_points(512, 5)
    assert points == spread_points(512, 5)
    for axis in zip(*points, strict=True):
        assert all(0 < x < 1 for x in axis)
        tenths = [sum(low <= 10 * x < low + 1 for x in axis) for low in range(10)]
        assert max(tenths) - min(tenths) <= 12
