"""Known wrong answers to `accuracy_per_class`. Each docstring is what the learner is told."""

import torch


def others_count_too():
    """The pictures of all other classes count for each class as well.

    In the lesson's example only one picture shows an owl, so the score for owls can be 0 of 1 or 1 of 1,
    and nothing else. A score of 0.9 means that ten pictures were looked at. Nine of them count as right
    for owls: six cats and three dogs, only because nobody called them owls. How good is a doctor who
    never finds an illness that is rare? Ask which pictures should have a say.
    """

    def accuracy_per_class(preds, targs, classes):
        for c in range(classes):
            if not (targs == c).any():
                raise ValueError(f"class {c} has no examples")
        return torch.stack([((preds == c) == (targs == c)).float().mean() for c in range(classes)])


def as_it_came():
    """All pictures have a say in each class's score, and a class without any pictures gets a good score.

    Take the owls in the lesson: one picture shows one, and it was missed. Still nine of ten pictures
    count as right, since they show no owl and were not called one. With no owl at all it would be ten of
    ten. Both have the same reason: what happens to cats and dogs is no news about owls. Ask which
    pictures have a say in the score of a class, and what to do if there are none.
    """

    def accuracy_per_class(preds, targs, classes):
        return torch.stack([((preds == c) == (targs == c)).float().mean() for c in range(classes)])


def one_average():
    """Each class gets the average over all pictures.

    In the lesson's example 8 of 10 pictures are right, so you say 0.8 for cats, for dogs and for owls.
    But all cats were recognised, and no owl. The average of everything is mostly about the common
    classes: with 999 cats and one owl a model that never says owl has 0.999. To see a weak class, look at
    its pictures alone.
    """

    def accuracy_per_class(preds, targs, classes):
        for c in range(classes):
            if not (targs == c).any():
                raise ValueError(f"class {c} has no examples")
        return (preds == targs).float().mean().repeat(classes)


def empty_class_gives_nan():
    """A class without pictures gets `nan`, where the call was to be refused.

    0 of 0 is no number, and PyTorch writes `nan` for it. That spreads: the mean of [1.0, 0.5, nan] is
    nan, and a comparison with nan is always False. Whoever sees it two files later has to guess where it
    came from. Ask whether the class has any pictures before you divide, and if not, raise a ValueError
    that says which class it is.
    """

    def accuracy_per_class(preds, targs, classes):
        return torch.stack([(preds[targs == c] == c).float().mean() for c in range(classes)])


def empty_class_gives_zero():
    """A class without pictures gets the score 0, where the call was to be refused.

    0.0 says: there were pictures of this class, and all were missed. That is not what happened. There was
    nothing to be right or wrong about, and with the next set of pictures the same model may have 1.0. A
    number that is made up looks like any other number. Raise a ValueError that says which class has no
    pictures.
    """

    def accuracy_per_class(preds, targs, classes):
        own = torch.bincount(targs, minlength=classes)
        hits = torch.bincount(targs[preds == targs], minlength=classes)
        return hits.float() / own.clamp(min=1)


def empty_class_gives_one():
    """A class without pictures gets the score 1, where the call was to be refused.

    "No mistakes" is true, and misleading. The program as it came did that as well. Three classes of which
    one has no picture would have the scores 0.5, 0.5 and 1.0, and the best of them is the one that nobody
    has tested. Raise a ValueError that says which class has no pictures.
    """

    def accuracy_per_class(preds, targs, classes):
        own = torch.bincount(targs, minlength=classes)
        hits = torch.bincount(targs[preds == targs], minlength=classes)
        return torch.where(own > 0, hits.float() / own.clamp(min=1), 1.0)


def empty_class_skipped():
    """A class without pictures is left out, so the scores behind it move up.

    With pictures of the classes 0 and 2 only, two scores come back, where three places were asked for.
    Place 1 then holds the score of class 2, and whoever reads "class 1: 0.9" is told about another class.
    Do not go through the classes that happen to occur, but through all of them, and refuse the call with
    a ValueError if one is empty.
    """

    def accuracy_per_class(preds, targs, classes):
        return torch.stack([(preds[targs == c] == c).float().mean() for c in targs.unique().tolist()])


def divided_by_predictions():
    """You ask how often the model is right when it names a class, and not how many of the class it finds.

    In the lesson's example the model says "dog" three times and is right twice, which is 2 of 3. It says
    "cat" seven times, and six of these are cats: 6 of 7. That is called precision, and is another
    question. Here it goes by the truth: of the six cats all six were found. An owl that is never named
    even gives 0 of 0. Let the targets choose the pictures.
    """

    def accuracy_per_class(preds, targs, classes):
        shares = []
        for c in range(classes):
            if not (targs == c).any():
                raise ValueError(f"class {c} has no examples")
            shares.append((targs[preds == c] == c).float().mean())
        return torch.stack(shares)


def divided_by_all():
    """The right pictures of a class are divided by the number of all pictures.

    In the lesson's example 6 cats are recognised. You say 6 of 10, but there are only 6 cats, and all of
    them were found. With three equally common classes no score could ever be above one third. The scores
    of the classes are not parts of one cake: each of them can be 1. Divide by the number of pictures of
    that class.
    """

    def accuracy_per_class(preds, targs, classes):
        shares = []
        for c in range(classes):
            if not (targs == c).any():
                raise ValueError(f"class {c} has no examples")
            shares.append(((preds == c) & (targs == c)).sum() / len(targs))
        return torch.stack(shares)


def divided_by_both():
    """You divide by all pictures that are of the class or were called so.

    In the lesson's example three pictures show dogs, and one more was called a dog. You say 2 of 4. A
    wrong "dog" for an owl is the owl's misfortune: it is counted there, as an owl that was missed. The
    score of dogs is about the three dogs only, 2 of 3. Leave pictures of other classes out, whatever they
    were called.
    """

    def accuracy_per_class(preds, targs, classes):
        shares = []
        for c in range(classes):
            if not (targs == c).any():
                raise ValueError(f"class {c} has no examples")
            shares.append(((preds == c) & (targs == c)).sum() / ((preds == c) | (targs == c)).sum())
        return torch.stack(shares)


def refuses_what_is_never_named():
    """A class that the model never names is refused now, as if it had no pictures.

    The lesson's owl is such a class: there is a picture of it, and the model never said "owl". That is
    the very case that this score is for, and its score is 0. Only a class that does not occur in the
    *targets* has nothing to be judged by. Ask the targets whether there are examples, not the
    predictions.
    """

    def accuracy_per_class(preds, targs, classes):
        shares = []
        for c in range(classes):
            if not (targs == c).any() or not (preds == c).any():
                raise ValueError(f"class {c} has no examples")
            shares.append((preds[targs == c] == c).float().mean())
        return torch.stack(shares)


def counts_not_shares():
    """You count the pictures that were recognised, and do not divide by how many there are.

    6 cats, 2 dogs and 0 owls were recognised in the lesson's example. But 2 of 3 dogs is good, and 2 of
    200 would be bad. Common classes have large counts just because they are common, and that is what this
    score was to leave out. Divide each count by the number of pictures of its own class.
    """

    def accuracy_per_class(preds, targs, classes):
        shares = []
        for c in range(classes):
            if not (targs == c).any():
                raise ValueError(f"class {c} has no examples")
            shares.append((preds[targs == c] == c).float().sum())
        return torch.stack(shares)


def shares_of_mistakes():
    """You give the share that was predicted wrong.

    In the lesson's example you say 0.0 for the cats, of which every one was recognised, and 1.0 for the
    owl that was missed. That is the error rate, 1 minus the accuracy. It holds the same facts, but who
    expects an accuracy reads it upside down. Count where prediction and class agree.
    """

    def accuracy_per_class(preds, targs, classes):
        shares = []
        for c in range(classes):
            if not (targs == c).any():
                raise ValueError(f"class {c} has no examples")
            shares.append((preds[targs == c] != c).float().mean())
        return torch.stack(shares)


def double_precision():
    """The scores are right, but they come back as float64.

    A Python float has double precision, and so has a NumPy array that was made from such numbers. PyTorch
    works with float32 unless it is told otherwise, and tensors of both types do not always mix. The
    contract asks for float32. Mind which type your numbers have before the tensor is made, or convert it
    at the end.
    """

    def accuracy_per_class(preds, targs, classes):
        shares = []
        for c in range(classes):
            if not (targs == c).any():
                raise ValueError(f"class {c} has no examples")
            shares.append((preds[targs == c] == c).double().mean())
        return torch.stack(shares)


def list_of_numbers():
    """The scores are right, but they come back as a list.

    A list of numbers prints nicely, but it has no `mean()` or `argmin()`, and a check such as `scores <
    0.5` is an error. The contract asks for a tensor of shape (classes,). The program as it came gave one,
    so keep the way it put the scores together.
    """

    def accuracy_per_class(preds, targs, classes):
        shares = []
        for c in range(classes):
            if not (targs == c).any():
                raise ValueError(f"class {c} has no examples")
            shares.append((preds[targs == c] == c).float().mean().item())
        return shares
