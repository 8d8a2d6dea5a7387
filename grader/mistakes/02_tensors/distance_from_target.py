"""Known wrong answers to `distance_from_target`. Each docstring is what the learner is told."""

import torch

SYMPTOMS = {
    "float32_on_the_way": "float32_on_the_way",
    "averaged": "averaged",
    "flattened": "flattened",
    "order_mixed": "order_mixed",
}


def branches_swapped():
    """The two branches are the wrong way round.

    Take an answer of 0.9 where the target is 1. That is a good answer, so its distance should be small:
    0.1. You give 0.9. And a good answer of 0.1 to a target of 0 gets a distance of 0.9 as well. Read your
    condition aloud as "where the target is 1, take this, otherwise that", put 0.9 in for the prediction,
    and see which of your two expressions gives 0.1.
    """

    def distance_from_target(preds, targs):
        return torch.where(targs == 1, preds, 1 - preds)


def averaged():
    """The distances are brought together into one number, but each of them is wanted.

    For 4 predictions there should be 4 distances, in the same shape. You give a single number, such as their
    average or their sum. An average is a good idea for a loss, and it is what you will do in chapter 4. Here
    the distances themselves are asked for, so that one can see which answers are far off. Leave out the last
    step.
    """

    def distance_from_target(preds, targs):
        return torch.where(targs == 1, 1 - preds, preds).mean()


def condition_on_predictions():
    """The condition looks at the predictions, but it should look at the targets.

    You decide by whether the prediction is above a half. Then an answer of 0.9 always counts as 0.1 away,
    even where the truth is 0 and it is badly wrong. Your distance says how unsure the program is, not how
    far off. What decides between the two rules is the truth. Compare the targets, not the predictions, with
    a number.
    """

    def distance_from_target(preds, targs):
        return torch.where(preds > 0.5, 1 - preds, preds)


def wrong_sign():
    """Where the target is 1, the distance comes out negative.

    For an answer of 0.9 and a target of 1 you give -0.1: that is p - 1, where 1 - p was wanted. A distance
    is never below zero. And with the wrong sign, the worse the answer, the smaller the number, so that
    making the loss small would make the answers worse. Mind the order of the two: from the target down to
    the prediction.
    """

    def distance_from_target(preds, targs):
        return torch.where(targs == 1, preds - 1, preds)


def target_minus_prediction():
    """You subtract without taking the size of the difference, so some distances are negative.

    Target minus prediction is right where the target is 1: for 0.9 it gives 0.1. Where the target is 0 it
    gives -0.9, and a distance is never below zero. Averages over such numbers cancel out, and a bad program
    looks perfect. Either pick between two rules as in the lesson, or take the absolute value of the
    difference.
    """

    def distance_from_target(preds, targs):
        return targs.to(preds.dtype) - preds


def squared():
    """The distances are squared.

    For an answer of 0.4 and a target of 0 the distance is 0.4, and you give 0.16. Squaring removes the sign
    of a difference, but it also changes its size: small distances almost disappear. There are losses that
    want just that, and you will build one. Here the plain distance is asked for, as you would measure it
    with a ruler.
    """

    def distance_from_target(preds, targs):
        return (preds - targs.to(preds.dtype)) ** 2


def needs_boolean_targets():
    """It works only for targets that are booleans.

    `torch.where` wants a condition of booleans, and you hand it the targets as they came. Where they are
    the whole numbers 0 and 1, or floats, it stops with an error. Make the condition yourself: a comparison
    of the targets with a number gives booleans, whatever type they had before. It also makes the line
    easier to read.
    """

    def distance_from_target(preds, targs):
        return torch.where(targs, 1 - preds, preds)


def needs_whole_number_targets():
    """It works only for targets that are whole numbers.

    You use the targets as places to look something up (0 for the first, 1 for the second), and a float such
    as 1.0 cannot be a place. Targets often come as floats, because losses calculate with them, or as
    booleans. Compare them with a number instead, which gives booleans for each of these types, and let
    `torch.where` do the picking.
    """

    def distance_from_target(preds, targs):
        return torch.stack([preds, 1 - preds]).gather(0, targs[None])[0]


def fails_on_boolean_targets():
    """Targets that are booleans end in an error.

    PyTorch does not subtract booleans: what should True minus 0.3 be? So a formula that calculates with the
    targets works for 0 and 1, but not for False and True. Either compare the targets with a number first,
    and let the comparison pick between the two rules, or turn them into the type of the predictions before
    you calculate.
    """

    def distance_from_target(preds, targs):
        return (preds - targs).abs()


def written_into_predictions():
    """The distances are written into the predictions, which are destroyed by it.

    Giving a tensor a second name does not copy it. So when you change places of "your" tensor, the caller's
    predictions change too: an answer of 0.9 becomes 0.1 for everyone who uses it afterwards. The task is to
    give back something new. Build the answer from expressions that make new tensors, or copy first and
    change the copy.
    """

    def distance_from_target(preds, targs):
        distances = preds
        distances[targs == 1] = 1 - distances[targs == 1]
        return distances


def one_by_one():
    """The numbers are right, but they are worked out one by one in a loop.

    Python visits every place, makes a tiny tensor of it, decides, and goes on. For a million places that
    takes many seconds, where one PyTorch operation on the whole tensor takes a thousandth. Think of the
    tensor as one thing: one expression for all places where the target is 1, another for all places where
    it is not, and one operation that picks between the two.
    """

    def distance_from_target(preds, targs):
        pairs = zip(preds.flatten(), targs.flatten(), strict=True)
        return torch.stack([1 - p if t == 1 else p for p, t in pairs]).view(preds.shape)


def flattened():
    """The distances come in one long row, not in the shape of the predictions.

    Predictions of shape (3, 2) should give distances of shape (3, 2), so that each one can be found where
    its prediction stood. You give (6,). The numbers are right and their order is, too. A column of shape
    (3, 1) flattened like that would later be compared with all others and not with its own partner. Leave
    the flattening out: nothing here depends on the shape.
    """

    def distance_from_target(preds, targs):
        return torch.where(targs == 1, 1 - preds, preds).flatten()


def order_mixed():
    """The distances are right, but they do not stand where their predictions stood.

    You treat the predictions with target 1 and those with target 0 apart, which is fine, and then put one
    group behind the other. For the targets 0, 1, 0 the distance of the middle one comes first. Whoever looks
    up the distance of a prediction finds that of another. Let every distance go back to the place it came
    from: an operation that picks, place by place, between two tensors of the full shape never takes them
    apart.
    """

    def distance_from_target(preds, targs):
        ones = targs == 1
        return torch.cat([1 - preds[ones], preds[~ones]]).view(preds.shape)


def if_on_a_whole_tensor():
    """An `if` looks at the whole tensor at once, where each place has to decide for itself.

    Comparing the targets 0, 1, 1 with 1 gives three answers: False, True, True. An `if` can only take one way
    or the other, so PyTorch asks back which of the three you mean: it says that the value of a tensor with
    more than one value is ambiguous. With a single prediction it happens to work. What you need is an `if` for
    tensors, which chooses anew at every place. The lesson shows one.
    """

    def distance_from_target(preds, targs):
        if targs == 1:
            return 1 - preds
        return preds


def always_float32():
    """Predictions of type float64 come out as float32.

    Somebody who calculates in float64 wants some fifteen digits. You convert to float32 on the way, which
    keeps seven, and then mixing your answer with the rest of the calculation gets awkward. What comes in as
    one type should go out as that type. Leave the conversion out: all operations that you need keep the
    type of the predictions by themselves.
    """

    def distance_from_target(preds, targs):
        return torch.where(targs == 1, 1 - preds, preds).float()


def float32_on_the_way():
    """Predictions of type float64 are rounded to float32 on the way, so half of their digits are lost.

    The answer is of the right type in the end, but its last digits are noise: 1/3 comes as 0.3333333433.
    Somewhere a step turns numbers into float32, which keeps about seven digits. Making float64 of the result
    adds digits again, but not the ones that were there before. The same happens when only one of two inputs is
    converted: what was rounded once stays rounded. Look for a conversion, and leave it out.
    """

    def distance_from_target(preds, targs):
        return torch.where(targs == 1, 1 - preds, preds).float().to(preds.dtype)
