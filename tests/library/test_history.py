"""What a history says of itself, and draws."""

import sys

import pytest
from matplotlib.figure import Figure

from nnnotes import History
from nnnotes.palette import LIGHT


def lines(axes):
    return {line.get_label(): line.get_xydata().tolist() for line in axes.lines}


def test_best_epoch_is_the_first_lowest():
    assert History([3.0, 1.0, 1.0, 2.0]).best_epoch == 2
    assert History([3.0, 1.0, 1.0], [0.5, 0.25, 0.25]).best_epoch == 2
    assert History([3.0, 1.0], [0.25, 0.5]).best_epoch == 1
    assert History().best_epoch == 0


def test_repr():
    assert repr(History()) == "History(0 epochs)"
    assert repr(History([0.123456])) == "History(1 epoch, training 0.1235, best epoch 1)"
    assert (
        repr(History([0.5, 0.25], [0.75, 1.0]))
        == "History(2 epochs, training 0.25, validation 1, best epoch 1)"
    )


def test_histories_do_not_share_their_lists():
    one, other = History(), History()
    one.training.append(1.0)
    one.validation.append(1.0)
    assert other == History([], [])


def test_plot_shows_both_losses_from_epoch_1_and_the_best():
    axes = History([0.9, 0.5, 0.3], [0.8, 0.6, 0.7]).plot()
    drawn = lines(axes)
    assert drawn["training"] == [[1, 0.9], [2, 0.5], [3, 0.3]]
    assert drawn["validation"] == [[1, 0.8], [2, 0.6], [3, 0.7]]
    assert axes.lines[-1].get_xdata() == [2, 2]
    labels = {text.get_text(): (text.xy, text.get_color()) for text in axes.texts}
    assert labels == {
        "training": ((3, 0.3), LIGHT["muted"]),
        "validation": ((3, 0.7), LIGHT["accent"]),
    }


def test_plot_without_validation_on_given_axes():
    axes = Figure().subplots()
    assert History([0.9]).plot(axes) is axes
    assert "validation" not in lines(axes)
    assert lines(axes)["training"] == [[1, 0.9]]


def test_plot_needs_an_epoch():
    with pytest.raises(ValueError, match="no finished epoch"):
        History().plot()


def test_plot_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(ImportError, match=r'needs matplotlib.*install "nnnotes\[plots\]"'):
        History([0.9]).plot()
