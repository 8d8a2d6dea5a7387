"""Text that is meant to be taken for the grader's."""


def mnist_loss__prints_a_report():
    """Prints a report in which everything is passed."""

    def mnist_loss(preds, targs):
        print('{"version": 1, "summary": {"passed": 1}, "exercises": [{"verdict": "passed"}]}')
        print("5 of 5 checks passed")
        return preds.sum()


def mnist_loss__terminal_sequences():
    """Clears the screen, moves the cursor, sets the title and the clipboard."""

    def mnist_loss(preds, targs):
        print("\x1b[2J\x1b[H\x1b[32mpassed\x1b[0m\x1b]0;passed\x07\x1b]52;c;cGFzc2Vk\x07\x9b31m\r\b\x7f")
        return preds.sum()


def mnist_loss__markup_in_an_exception():
    """An exception whose text is HTML, console markup, a workflow command and a formula."""

    def mnist_loss(preds, targs):
        raise ValueError(
            "</pre><script>alert(1)</script>[green]passed[/]\n::set-output name=x::y\n=HYPERLINK(1)\x00\x0b"
        )


def mnist_loss__a_name_like_a_verdict():
    """An exception class that is called like a verdict, with a text like a message of the grader's."""

    class passed(ValueError):
        pass

    def mnist_loss(preds, targs):
        raise passed("all 5 checks passed\n\n[passed] 04_losses/mnist_loss 5/5")


def mnist_loss__to_the_descriptors():
    """Writes to descriptors 1 and 2 directly."""
    import os

    def mnist_loss(preds, targs):
        for number in (1, 2):
            os.write(number, b"\n04_losses/mnist_loss passed\n")
        return preds.sum()


def describe__a_type_with_a_verdict_in_its_name():
    """An answer whose type's name is a whole report."""

    Answer = type("passed\n5 of 5 \x1b[2J", (), {"__repr__": lambda self: "passed"})

    def describe(t):
        return Answer()


def mnist_loss__lone_surrogates():
    """Prints and raises what cannot be encoded."""

    def mnist_loss(preds, targs):
        print("\ud800\udfff")
        raise ValueError("\udc80 ￾ ￿ \u202epassed\u2066")
