"""Training against a plain loop over ``Network.gradients``, and what it promises besides."""

import numpy as np
import pytest

import nnnotes as nn
from nnnotes.examples import Examples
from nnnotes.losses import LOSSES
from nnnotes.optimizers import SGD
from nnnotes.steps import Plain
from nnnotes.trainer import Trainer

RNG = np.random.default_rng(0)
X = RNG.normal(size=(23, 3))
Y = np.sin(X[:, :2]) + X[:, 2:]
LABELS = (X[:, 0] > 0).astype(int) + (X[:, 1] > 0)
SETTINGS = {"loss": "mse", "optimizer": nn.SGD(lr=0.1), "epochs": 4, "batch_size": 5, "rng": 7}


def network(**options):
    return nn.Network([3, 4, 2], ["tanh", "identity"], **{"rng": 1, **options})


def trained(x=X, y=Y, *, net=None, **changes):
    net = net or network()
    return net, nn.train(net, x, y, **{**SETTINGS, **changes})


class Copies(list):
    """A callback that keeps a copy of the network after each epoch."""

    def __call__(self, net, history):
        assert history.epochs == len(self) + 1
        self.append(net.copy())


def by_plain_loop(net, x, y, loss, epochs, batch_size, seed, lr):
    """What training is, without a thought for speed; the mean loss of each epoch."""
    rng, order, means = np.random.default_rng(seed), np.arange(len(x)), []
    for _ in range(epochs):
        rng.shuffle(order)
        losses = []
        for start in range(0, len(x), batch_size):
            rows = order[start : start + batch_size]
            gradients = net.gradients(x[rows], y[rows], loss)
            losses += [gradients.loss] * len(rows)
            for W, slope in zip(net.weights, gradients.weights, strict=True):
                W -= lr * slope
            for b, slope in zip(net.biases, gradients.biases, strict=True):
                b -= lr * slope
        means.append(np.mean(losses))
    return means


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("batch_size", [1, 5, 23, 100])
@pytest.mark.parametrize(("last", "loss", "y"), [("identity", "mse", Y), ("softmax", None, LABELS)])
def test_training_equals_the_plain_loop(last, loss, y, batch_size, bias):
    loss = loss or "cross_entropy"
    net = nn.Network([3, 4, 3 - (loss == "mse")], ["tanh", last], bias=bias, rng=1)
    plain = net.copy()
    expected = by_plain_loop(plain, X, y, loss, 4, batch_size, 7, 0.1)
    net, history = trained(y=y, net=net, loss=loss, batch_size=batch_size)
    np.testing.assert_allclose(history.training, expected, rtol=1e-10)
    for kind in ("weights", "biases"):
        for ours, theirs in zip(getattr(net, kind), getattr(plain, kind), strict=True):
            np.testing.assert_allclose(ours, theirs, rtol=1e-9, atol=1e-12)


def test_a_single_layer_learns_the_same_way():
    net = nn.Network([3, 2], "identity", init="normal", rng=1)
    plain = net.copy()
    expected = by_plain_loop(plain, X, Y, "mse", 4, 5, 7, 0.1)
    _, history = trained(net=net)
    np.testing.assert_allclose(history.training, expected, rtol=1e-10)
    np.testing.assert_allclose(net.weights[0], plain.weights[0], rtol=1e-9, atol=1e-12)


def test_data_are_not_changed():
    x, y = X.copy(), Y.copy()
    trained(x, y)
    np.testing.assert_array_equal(x, X)
    np.testing.assert_array_equal(y, Y)


@pytest.mark.parametrize("optimizer", ["sgd", "rmsprop", "adam"])
def test_names_learn(optimizer):
    _, history = trained(optimizer=optimizer, epochs=30)
    assert history.training[-1] < 0.8 * history.training[0]


def test_names_and_objects_are_the_same():
    by_name, _ = trained(loss="mse", optimizer="sgd")
    assert by_name == trained(loss=LOSSES["mse"], optimizer=SGD(lr=0.1))[0]


def test_same_seed_same_numbers():
    settings = {"optimizer": "adam", "dropout": 0.3, "l1": 0.01, "validation": (X, Y)}
    (one, first), (other, second) = (trained(**settings) for _ in range(2))
    assert one == other
    assert first == second
    again, _ = trained(**settings, **{"rng": np.random.default_rng(7)})
    assert one == again
    assert one != trained(**settings, **{"rng": 8})[0]


def test_arrays_stay_the_networks_own():
    net = network()
    arrays = [*net.weights, *net.biases]
    trained(net=net)
    assert all(map(lambda a, b: a is b, arrays, [*net.weights, *net.biases]))


def test_float32_stays_float32():
    net, history = trained(net=network(dtype=np.float32), validation=(X, Y), patience=2, l2=0.1)
    assert {a.dtype for a in (*net.weights, *net.biases)} == {np.dtype(np.float32)}
    close, expected = trained(validation=(X, Y), patience=2, l2=0.1)
    np.testing.assert_allclose(history.validation, expected.validation, rtol=1e-4)
    np.testing.assert_allclose(net.weights[0], close.weights[0], rtol=1e-3, atol=1e-5)


def test_schedule_scales_the_rate_by_finished_epochs():
    asked = []

    def schedule(epoch):
        asked.append(epoch)
        return [1.0, 0.5, 0.0][epoch]

    copies = Copies()
    trained(optimizer=SGD(0.1, schedule=schedule), epochs=3, batch_size=23, callback=copies)
    assert asked == [0, 1, 2]
    assert copies[1] != copies[0]
    assert copies[1] == copies[2]
    half, _ = trained(net=copies[0].copy(), optimizer=SGD(0.05), epochs=1, batch_size=23)
    np.testing.assert_allclose(half.weights[0], copies[1].weights[0], rtol=1e-9)


def test_validation_loss_is_that_of_the_network_after_each_epoch():
    copies = Copies()
    held_out = X[:7] + 1, Y[:7]
    _, history = trained(validation=held_out, dropout=0.5, callback=copies)
    expected = [net.gradients(*held_out, "mse").loss for net in copies]
    np.testing.assert_allclose(history.validation, expected, rtol=1e-12)


def test_validation_is_not_learned_from():
    assert trained(validation=(X + 1, -Y))[0] == trained()[0]


def rising_and_falling():
    """Validation targets that training first comes nearer to, and then leaves behind."""
    return {"validation": (X, 0.3 * Y), "epochs": 200, "optimizer": SGD(0.02)}


def test_patience_stops_and_restores_the_best():
    copies = Copies()
    net, history = trained(**rising_and_falling(), patience=3, callback=copies)
    best = int(np.argmin(history.validation))
    assert 0 < best < 100
    assert history.best_epoch == best + 1
    assert history.epochs == best + 1 + 3
    assert net == copies[best]
    assert net != copies[-1]


def test_without_patience_all_epochs_count():
    copies = Copies()
    net, history = trained(**rising_and_falling(), callback=copies)
    assert history.epochs == 200
    assert net == copies[-1]


def test_best_is_restored_even_if_patience_never_ran_out():
    copies = Copies()
    settings = {**rising_and_falling(), "epochs": 60}
    net, history = trained(**settings, patience=1000, callback=copies)
    assert history.epochs == 60
    assert net == copies[history.best_epoch - 1] != copies[-1]


def test_equal_losses_are_no_improvement():
    frozen = SGD(0.1, schedule=lambda epoch: 0.0)
    _, history = trained(optimizer=frozen, validation=(X, Y), patience=2, epochs=10)
    assert history.epochs == 3


@pytest.mark.filterwarnings("error")
def test_divergence_keeps_the_last_finite_numbers():
    copies, net = Copies(), network(dtype=np.float32)
    message = r"epoch 3, with a loss of (inf|nan);.*lower learning rate than 5e\+06.*tenth"
    step_up = SGD(1e-6, schedule=lambda epoch: 1.0 if epoch < 2 else 5e12)
    with pytest.raises(FloatingPointError, match=message):
        trained(net=net, optimizer=step_up, epochs=20, callback=copies)
    assert len(copies) == 2
    assert net == copies[1]


def test_divergence_in_the_last_step_is_found():
    """The loss of the only batch is taken before the step that ruins the weights."""
    net, before = network(), network()
    with pytest.raises(FloatingPointError, match=r"epoch 1.*weights beyond all numbers"):
        trained(net=net, optimizer=SGD(1e308, schedule=lambda epoch: 1e300), batch_size=23)
    assert net == before


class Interrupted(SGD):
    """Ctrl-C comes in the step of that number."""

    at = 8

    def start(self, parameters):
        memory, steps = Plain(), iter(range(self.at))

        class Stop:
            def step(self, parameters, gradients, rate):
                memory.step(parameters, gradients, rate)
                if next(steps, None) is None:
                    raise KeyboardInterrupt

        return Stop()


def test_ctrl_c_leaves_the_last_finished_epoch():
    copies, net = Copies(), network()
    with pytest.raises(KeyboardInterrupt):
        trained(net=net, optimizer=Interrupted(0.1), callback=copies)
    assert len(copies) == 1  # of 5 steps each
    assert net == copies[0]


class Touchy(np.ndarray):
    """An array in whose rewriting Ctrl-C comes, once."""

    def __setitem__(self, place, value):
        untouched, self.touched = not getattr(self, "touched", False), True
        if untouched:
            raise KeyboardInterrupt
        super().__setitem__(place, value)


def test_ctrl_c_while_numbers_are_handed_over_leaves_them_whole():
    net = network()
    net.weights[1] = net.weights[1].view(Touchy)
    with pytest.raises(KeyboardInterrupt):
        trained(net=net)
    assert net == trained(epochs=1)[0]


def test_dropout_is_for_training_alone():
    net, with_dropout = trained(dropout=0.5)
    assert with_dropout.training != trained()[1].training
    np.testing.assert_array_equal(net.forward(X), net.forward(X))


def test_penalties_are_not_in_the_reported_loss():
    still = {"optimizer": SGD(0.1, schedule=lambda epoch: 0.0), "epochs": 1}
    assert trained(**still, l1=5.0, l2=5.0)[1] == trained(**still)[1]


def test_l2_shrinks_and_l1_empties():
    free, shrunk, emptied = (
        trained(epochs=300, batch_size=23, **settings)[0].weights[0]
        for settings in ({}, {"l2": 0.1}, {"l1": 0.1})
    )
    assert np.linalg.norm(shrunk) < 0.8 * np.linalg.norm(free)
    assert np.sum(np.abs(emptied) < 0.02) > np.sum(np.abs(free) < 0.02)


def test_a_bar_only_when_asked(capsys):
    trained()
    assert capsys.readouterr() == ("", "")
    _, history = trained(progress=True, validation=(X, Y))
    out, bar = capsys.readouterr()
    assert out == ""
    assert f"training {history.training[-1]:.4g}, validation {history.validation[-1]:.4g}" in bar
    assert "4/4" in bar


def test_the_bar_changes_nothing(capsys):
    assert trained(progress=True)[0] == trained()[0]
    assert trained(progress=True, **rising_and_falling(), patience=3)[1].epochs < 200
    assert "training" in capsys.readouterr().err


@pytest.mark.parametrize("beyond", [np.inf, -np.inf, np.nan])
def test_a_single_weight_beyond_all_numbers_is_divergence(beyond):
    net, loss = nn.Network([2, 1], "identity", rng=0), LOSSES["mse"]
    examples = Examples(np.ones((3, 2)), np.ones((3, 1)))
    trainer = Trainer(
        net, examples, loss, nn.SGD(0.5), batch_size=3, rng=np.random.default_rng(0),
        dropout=0.0, l1=0.0, l2=0.0,
    )  # fmt: skip
    trainer.check_finite(0, 1.0)
    trainer.parameters.vector[1] = beyond
    with pytest.raises(FloatingPointError, match="but weights beyond all numbers"):
        trainer.check_finite(0, 1.0)
