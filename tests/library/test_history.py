"""What a history says of itself, and draws."""

import pytest
from matplotlib.figure import Figure

from nnnotes import History, plots


def test_best_epoch_is_the_first_lowest():
    assert History([3.0, 1.0, 1.0, 2.0]).best_epoch == 2
    assert History([3.0, 1.0, 1.0], [0.5, 0.25, 0.25]).best_epoch == 2
    assert History([3.0, 1.0], [0.25, 0.5]).best_epoch == 1
    assert History().best_epoch == 0


def test_repr():
    assert repr(History()) == "History(0 epochs)"
    assert repr(History([0.123456])) == "History(1 epoch, training 0.1235, best epoch 1)"
    assert (
        repr(History([0.5, 0.3, 0.25], [0.75, 0.8, 1.0]))
        == "History(3 epochs, training 0.25, validation 1, best epoch 1)"
    )


def test_histories_do_not_share_their_lists():
    one, other = History(), History()
    one.training.append(1.0)
    one.validation.append(1.0)
    assert other == History([], [])


def test_plot_is_that_of_plots():
    history, axes = History([0.9, 0.5, 0.3], [0.8, 0.6, 0.7]), Figure().subplots()
    assert history.plot(axes) is axes
    same = plots.history(history, axes=Figure().subplots())
    drawn, expected = ([line.get_xydata().tolist() for line in each.lines] for each in (axes, same))
    assert drawn == expected
    assert [[1, 0.9], [2, 0.5], [3, 0.3]] in drawn


def test_plot_needs_an_epoch():
    with pytest.raises(ValueError, match="no finished epoch"):
        History().plot()
