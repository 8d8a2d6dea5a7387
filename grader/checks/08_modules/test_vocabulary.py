from grader.calls import SubmissionLacks
from grader.expect import check_that, fail, is_type

WORDS = {
    1: "activation",
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
HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2212\u00ad"

MIXED_UP = {
    frozenset({1, 2}): "calculated or kept",
    frozenset({4, 5}): "slopes or procedure",
    frozenset({4, 6}): "slopes or walk",
    frozenset({5, 6}): "procedure or walk",
    frozenset({8, 9}): "for training or for people",
    frozenset({4, 10}): "slopes or factor",
}
ONE_OF_A_KIND = {
    2: "weight weights bias biases",
    6: "stochasticgradientdescent momentum adam",
    8: "mse meansquarederror crossentropy mnistloss l1 l2",
    9: "accuracy errorrate error",
}
SHORT_FORMS = {
    2: "param params",
    3: "nn net neuralnet network",
    4: "grad grads",
    5: "backprop backward bp",
    6: "sgd gd descent",
    10: "lr rate",
}
OTHER_NAMES = {
    1: "output feature",
    3: "model multilayerperceptron perceptron mlp",
    4: "slope slopes derivative derivatives",
    5: "backwardpass chainrule automaticdifferentiation autograd",
    6: "optimization optimisation optimizer optimiser steepestdescent",
    8: "cost costfunction lossfunction error objective",
    9: "score measure",
    10: "stepsize steplength",
}


def plain(word):
    """A word without capitals, hyphens and spaces."""
    return "".join(letter for letter in word.casefold() if letter not in HYPHENS and not letter.isspace())


def answers_of(submission):
    answers = submission.ANSWERS
    if isinstance(answers, list | tuple):
        fail("ANSWERS is a plain row of words, but a dict with the numbers 1 to 10 was wanted.", "row of words")
    return is_type(answers, dict, "ANSWERS")


def answer_to(answers, number):
    """The answer with this number, which is a text."""
    if number not in answers:
        told = f"ANSWERS has no number {number}. Its keys are the numbers of the definitions, 1 to 10."
        fail(told, "numbers as text" if str(number) in answers else None)
    if answers[number] is ...:
        raise SubmissionLacks(f"ANSWERS[{number}]", todo=True)
    return is_type(answers[number], str, f"number {number}")


def symptom(answers, number, given):
    """What the wrong word may come from."""
    text = {n: plain(word) for n, word in answers.items() if isinstance(word, str)}
    if 0 in answers and text.get(number - 1) == plain(WORDS[number]):
        return "counted from zero"
    for other, word in WORDS.items():
        if given == plain(word):
            return MIXED_UP.get(frozenset({number, other}))
    if given == plain(WORDS[number]) + "s":
        return "plural"
    if (number, given) in [(7, "batch"), (7, "epoch")]:
        return given
    lists = {"one of a kind": ONE_OF_A_KIND, "short form": SHORT_FORMS, "other name": OTHER_NAMES}
    return next((name for name, words in lists.items() if given in words.get(number, "").split()), None)


def expect_word(submission, number):
    answers = answers_of(submission)
    answer = answer_to(answers, number)
    given = plain(answer)
    told = f'Number {number} is wrong: "{answer[:40]}" is not the word for it.'
    check_that(given == plain(WORDS[number]), told, symptom(answers, number, given))


def test_word_1(submission):
    """Number 1, what a layer calculates, has its word."""
    expect_word(submission, 1)


def test_word_2(submission):
    """Number 2, what training changes, has its word."""
    expect_word(submission, 2)


def test_word_3(submission):
    """Number 3, a function made of layers, has its word."""
    expect_word(submission, 3)


def test_word_4(submission):
    """Number 4, the slopes of the error, has its word."""
    expect_word(submission, 4)


def test_word_5(submission):
    """Number 5, the sweep from the end back to the first layer, has its word."""
    expect_word(submission, 5)


def test_word_6(submission):
    """Number 6, many small steps, has its word."""
    expect_word(submission, 6)


def test_word_7(submission):
    """Number 7, a few examples at a time, has its word."""
    expect_word(submission, 7)


def test_word_8(submission):
    """Number 8, what training makes smaller, has its word."""
    expect_word(submission, 8)


def test_word_9(submission):
    """Number 9, what people judge a model by, has its word."""
    expect_word(submission, 9)


def test_word_10(submission):
    """Number 10, how long the steps are, has its word."""
    expect_word(submission, 10)
