"""The vocabulary in other styles: right answers, and the known mistakes as somebody else would make them."""

EQUIVALENT = {}


def right_in_capitals():
    """All in capitals."""

    ANSWERS = {
        1: "ACTIVATION",
        2: "PARAMETER",
        3: "NEURAL NETWORK",
        4: "GRADIENT",
        5: "BACKPROPAGATION",
        6: "GRADIENT DESCENT",
        7: "MINI-BATCH",
        8: "LOSS",
        9: "METRIC",
        10: "LEARNING RATE",
    }


def right_with_hyphens():
    """Hyphens where others put a space, or nothing."""

    ANSWERS = {
        1: "activation",
        2: "parameter",
        3: "neural-network",
        4: "gradient",
        5: "back-propagation",
        6: "Gradient-Descent",
        7: "mini batch",
        8: "loss",
        9: "metric",
        10: "learning-rate",
    }


def right_without_spaces():
    """Nothing in between, and spaces around."""

    ANSWERS = {
        1: " activation  ",
        2: " parameter  ",
        3: " neuralnetwork  ",
        4: " gradient  ",
        5: " backpropagation  ",
        6: " gradientdescent  ",
        7: " minibatch  ",
        8: " loss  ",
        9: " metric  ",
        10: " learningrate  ",
    }


def right_by_zip():
    """Numbers and words come together."""

    FIRST = "Activation,Parameter,Neural Network,Gradient,Backpropagation"
    LAST = "Gradient Descent,Minibatch,Loss,Metric,Learning Rate"
    ANSWERS = dict(zip(range(1, 11), f"{FIRST},{LAST}".split(",")))


def calculated_or_kept():
    ANSWERS = {
        1: " Parameter",
        2: "ACTIVATION",
        3: "neural network",
        4: "gradient",
        5: "backpropagation",
        6: "gradient descent",
        7: "minibatch",
        8: "loss",
        9: "metric",
        10: "learning rate",
    }


def slopes_or_procedure():
    ANSWERS = {
        1: "activation",
        2: "parameter",
        3: "neural network",
        4: "Back-Propagation",
        5: "gradient",
        6: "gradient descent",
        7: "mini-batch",
        8: "loss",
        9: "x",
        10: "learning rate",
    }


def slopes_or_walk():
    ANSWERS = {
        1: "activation",
        2: "parameter",
        3: "neural network",
        4: "Gradient-Descent",
        5: "backpropagation",
        6: "gradients",
        7: "mini-batch",
        8: "loss",
        9: "metric",
        10: "learning rate",
    }


def procedure_or_walk():
    ANSWERS = {
        1: "neuron",
        2: "parameter",
        3: "neural network",
        4: "gradient",
        5: "GRADIENTDESCENT",
        6: "back propagation",
        7: "mini-batch",
        8: "loss",
        9: "metric",
        10: "learning rate",
    }


def slopes_or_factor():
    ANSWERS = {
        1: "activation",
        2: "parameter",
        3: "brain",
        4: "Learning-rate",
        5: "backpropagation",
        6: "gradient descent",
        7: "mini-batch",
        8: "loss",
        9: "metric",
        10: "Gradient",
    }


def for_training_or_for_people():
    ANSWERS = {
        1: "activation",
        2: "neuron",
        3: "neural network",
        4: "gradient",
        5: "backpropagation",
        6: "gradient descent",
        7: "mini-batch",
        8: "METRIC",
        9: "Loss",
        10: "learning rate",
    }


def one_of_a_kind():
    ANSWERS = {
        1: "activation",
        2: "parameter",
        3: "neural network",
        4: "gradient",
        5: "backpropagation",
        6: "gradient descent",
        7: "mini-batch",
        8: "loss",
        9: "Accuracy",
        10: "learning rate",
    }


def short_form():
    ANSWERS = {
        1: "Activation",
        2: "parameter",
        3: "neural network",
        4: "gradient",
        5: "backpropagation",
        6: "gradient descent",
        7: "mini-batch",
        8: "loss",
        9: "metric",
        10: "LR",
    }


def other_name():
    ANSWERS = {
        1: "activation",
        2: "parameter",
        3: "neural network",
        4: "gradient",
        5: "backpropagation",
        6: "gradient descent",
        7: "mini-batch",
        8: "Cost Function",
        9: "metric",
        10: "learning rate",
    }


def only_half_of_the_word():
    ANSWERS = {
        1: "activation",
        2: "parameter",
        3: "neural network",
        4: "direction",
        5: "backpropagation",
        6: "gradient descent",
        7: "Batch",
        8: "loss",
        9: "metric",
        10: "learning rate",
    }


def a_whole_pass():
    ANSWERS = {
        1: "activation",
        2: "parameter",
        3: "neural network",
        4: "gradient",
        5: "backpropagation",
        6: "gradient descent",
        7: "Epoch",
        8: "loss",
        9: "metric",
        10: "learning rate",
    }


def plural():
    ANSWERS = {
        1: "activation",
        2: "Parameters",
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
    ANSWERS = {
        0: "ACTIVATION",
        1: "PARAMETER",
        2: "NEURAL NETWORK",
        3: "GRADIENT",
        4: "BACKPROPAGATION",
        5: "GRADIENT DESCENT",
        6: "MINI-BATCH",
        7: "LOSS",
        8: "METRIC",
        9: "LEARNING RATE",
    }


def numbers_as_text():
    ANSWERS = {
        "1": "Activation",
        "2": "Parameter",
        "3": "Neural Network",
        "4": "Gradient",
        "5": "Backpropagation",
        "6": "Gradient Descent",
        "7": "Mini-Batch",
        "8": "Loss",
        "9": "Metric",
        "10": "Learning Rate",
    }


def row_of_words():
    ANSWERS = tuple(f"{word}" for word in ("activation", "parameter", "neural net", "gradient"))
