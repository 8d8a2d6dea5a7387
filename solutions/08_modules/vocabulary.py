"""Ten words of the trade."""

ANSWERS: dict[int, str] = {
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
