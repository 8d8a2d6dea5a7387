"""Known wrong answers to `ANSWERS`. Each docstring is what the learner is told, and none of them tells a word."""

SYMPTOMS = {
    "calculated_or_kept": "calculated or kept",
    "slopes_or_procedure": "slopes or procedure",
    "slopes_or_walk": "slopes or walk",
    "procedure_or_walk": "procedure or walk",
    "slopes_or_factor": "slopes or factor",
    "for_training_or_for_people": "for training or for people",
    "one_of_a_kind": "one of a kind",
    "short_form": "short form",
    "other_name": "other name",
    "only_half_of_the_word": "batch",
    "a_whole_pass": "epoch",
    "plural": "plural",
    "counted_from_zero": "counted from zero",
    "numbers_as_text": "numbers as text",
    "row_of_words": "row of words",
}


def calculated_or_kept():
    """You mix up what a layer calculates with what a model keeps.

    Ask of a number: if another image comes in, is it another number? The weighted sums that a layer makes are
    new for each image, and forgotten afterwards. The weights in those sums are the same for all images. Only
    training moves them, and only they are saved. In a layer from 784 inputs to 30 outputs, 23,550 numbers are
    of the second kind, and each image makes 30 of the first kind. Read definitions 1 and 2 once more with
    this question.
    """

    ANSWERS = {
        1: "parameter",
        2: "activation",
        3: "neural network",
        4: "gradient",
        5: "backpropagation",
        6: "gradient descent",
        7: "mini-batch",
        8: "loss",
        9: "metric",
        10: "learning rate",
    }


def slopes_or_procedure():
    """You mix up a result with the procedure that finds it.

    The slopes are numbers: you find them in `.grad` afterwards. They could have been found in another way, for
    example by moving each number a little and looking what happens. The procedure is what `backward()` does:
    it starts at the error and works its way to the first layer. One is a what, the other is a how. Which of
    the two does each of the definitions 4 and 5 describe?
    """

    ANSWERS = {
        1: "activation",
        2: "parameter",
        3: "neural network",
        4: "backpropagation",
        5: "gradient",
        6: "gradient descent",
        7: "mini-batch",
        8: "loss",
        9: "metric",
        10: "learning rate",
    }


def slopes_or_walk():
    """You mix up the slopes with the walk that makes use of them.

    To know which way is up, and how steep, is one thing: numbers, one for each weight. To go down step by step
    is another: a method, that needs these numbers anew before every step. A map of the slopes does not walk.
    Look at definitions 4 and 6: which of them speaks of numbers, and which of steps?
    """

    ANSWERS = {
        1: "activation",
        2: "parameter",
        3: "neural network",
        4: "gradient descent",
        5: "backpropagation",
        6: "gradient",
        7: "mini-batch",
        8: "loss",
        9: "metric",
        10: "learning rate",
    }


def procedure_or_walk():
    """You mix up the finding of the slopes with the walk downhill.

    Training repeats two different things. First the slopes are found, by one sweep from the error back to the
    first layer: that is what `backward()` does, and no weight has moved yet. Then comes the step: each weight
    moves a little, against its slope. Definitions 5 and 6 describe these two. Which of them moves the
    weights?
    """

    ANSWERS = {
        1: "activation",
        2: "parameter",
        3: "neural network",
        4: "gradient",
        5: "gradient descent",
        6: "backpropagation",
        7: "mini-batch",
        8: "loss",
        9: "metric",
        10: "learning rate",
    }


def slopes_or_factor():
    """You mix up the slopes with the number that they are multiplied by.

    A step is a product: a slope times a number that you have chosen beforehand. With a slope of 6 and the number
    0.1 it is 0.6 long. The slope comes from the error and is another one for each weight. The number is the
    same for all, and nobody calculates it. Definitions 4 and 10 describe the two factors. Which one do you
    choose yourself?
    """

    ANSWERS = {
        1: "activation",
        2: "parameter",
        3: "neural network",
        4: "learning rate",
        5: "backpropagation",
        6: "gradient descent",
        7: "mini-batch",
        8: "loss",
        9: "metric",
        10: "gradient",
    }


def for_training_or_for_people():
    """You mix up the number that trains a model with the number that people judge it by.

    People want to know how many of a hundred digits were read correctly. That number mostly stays the same when
    a weight moves a little, so it has no slope, and nothing can be learned from it. Training needs another
    number, that moves whenever a weight does, even if it means little to people. You met the difference in
    `slope`, with `flat_share`. Which of the definitions 8 and 9 is for whom?
    """

    ANSWERS = {
        1: "activation",
        2: "parameter",
        3: "neural network",
        4: "gradient",
        5: "backpropagation",
        6: "gradient descent",
        7: "mini-batch",
        8: "metric",
        9: "loss",
        10: "learning rate",
    }


def one_of_a_kind():
    """You name one of a kind, where the definition means the whole kind.

    A poodle is a dog, but "dog" is the word for all of them. In the same way there are several sorts of numbers
    that training changes, of numbers that it makes smaller, and of numbers that people judge by. You named one
    of the sorts that you have met. Look for the word that covers all of them.
    """

    ANSWERS = {
        1: "activation",
        2: "weight",
        3: "neural network",
        4: "gradient",
        5: "backpropagation",
        6: "gradient descent",
        7: "mini-batch",
        8: "loss",
        9: "metric",
        10: "learning rate",
    }


def short_form():
    """You wrote a short form, and the full word is wanted.

    In talk, and in code, people shorten these words, down to two letters. Here the word stands for itself, as
    it would in the index of a book. Write it out in full, with all its parts, if it has two.
    """

    ANSWERS = {
        1: "activation",
        2: "parameter",
        3: "neural network",
        4: "gradient",
        5: "backprop",
        6: "gradient descent",
        7: "mini-batch",
        8: "loss",
        9: "metric",
        10: "learning rate",
    }


def other_name():
    """Your word is used for this thing, or for something near it, but the course has another one.

    Books differ in their words, and a name from mathematics or from another book may well be understood. In
    these ten definitions one word was meant for each, and it has stood in a lesson or in a name of this course.
    Look through the chapter in which you built that thing.
    """

    ANSWERS = {
        1: "activation",
        2: "parameter",
        3: "neural network",
        4: "gradient",
        5: "backpropagation",
        6: "gradient descent",
        7: "mini-batch",
        8: "loss",
        9: "metric",
        10: "step size",
    }


def only_half_of_the_word():
    """For number 7 you have a good half of the word.

    What you wrote can mean any number of examples, even all of them at once. The definition speaks of a few, and
    the full word says so: it has something in front that tells how small the portion is.
    """

    ANSWERS = {
        1: "activation",
        2: "parameter",
        3: "neural network",
        4: "gradient",
        5: "backpropagation",
        6: "gradient descent",
        7: "batch",
        8: "loss",
        9: "metric",
        10: "learning rate",
    }


def a_whole_pass():
    """For number 7 you name a pass over all the examples, and a small portion was meant.

    With 12,000 images and 100 at a time, there are 120 portions. When each of them has been used once, one such
    pass is over. The definition speaks of what comes 120 times: a few examples, and then a step.
    """

    ANSWERS = {
        1: "activation",
        2: "parameter",
        3: "neural network",
        4: "gradient",
        5: "backpropagation",
        6: "gradient descent",
        7: "epoch",
        8: "loss",
        9: "metric",
        10: "learning rate",
    }


def plural():
    """Your word is right but for its last letter: one of a thing was asked for.

    The definitions say "a number", "the method", and so on. Write the word as it stands in a dictionary, for
    one thing and not for many: "loaf", not "loaves".
    """

    ANSWERS = {
        1: "activations",
        2: "parameter",
        3: "neural network",
        4: "gradient",
        5: "backpropagation",
        6: "gradient descent",
        7: "mini-batch",
        8: "loss",
        9: "metric",
        10: "learning rate",
    }


def counted_from_zero():
    """Your words are counted from 0, and the definitions are counted from 1.

    Python counts from 0, but the keys of this dict are the numbers that stand in front of the definitions: 1 to
    10. Yours has a number 0 and no number 10, so each word has slipped to the definition before. Keep the keys
    of the stub, and write the words behind them.
    """

    ANSWERS = {
        0: "activation",
        1: "parameter",
        2: "neural network",
        3: "gradient",
        4: "backpropagation",
        5: "gradient descent",
        6: "mini-batch",
        7: "loss",
        8: "metric",
        9: "learning rate",
    }


def numbers_as_text():
    """The keys of your dict are texts, and numbers were wanted.

    For Python "1" and 1 are different keys: the first one is a piece of text that looks like a number. Who asks
    the dict for number 1 does not find it. Take the quotation marks away from the keys, and leave them around
    the words.
    """

    ANSWERS = {
        "1": "activation",
        "2": "parameter",
        "3": "neural network",
        "4": "gradient",
        "5": "backpropagation",
        "6": "gradient descent",
        "7": "mini-batch",
        "8": "loss",
        "9": "metric",
        "10": "learning rate",
    }


def row_of_words():
    """You wrote a plain row of words, and a dict with the numbers was wanted.

    In a list the first word has the number 0, while the first definition has the number 1. And a word that is left
    out moves all the others. In a dict each word stands behind its number, so that nothing can slip: `{1: "bread",
    2: "butter"}`. Keep the form of the stub.
    """

    ANSWERS = [
        "activation",
        "parameter",
        "neural network",
        "gradient",
        "backpropagation",
        "gradient descent",
        "mini-batch",
        "loss",
        "metric",
        "learning rate",
    ]
