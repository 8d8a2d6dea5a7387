"""Files that hold the answer, or that somebody else needs."""


def mnist_loss__reads_the_solution():
    """Looks for its own solution wherever the grader lies, and runs it."""
    import sys
    from pathlib import Path

    def mnist_loss(preds, targs):
        package = Path(sys.modules["grader"].__file__).parent
        for root in (package.parent, package / "_course"):
            path = root / "solutions/04_losses/mnist_loss.py"
            try:
                names = {}
                exec(path.read_text(), names)
                return names["mnist_loss"](preds, targs)
            except OSError:
                continue
        raise RuntimeError("not found")


def mnist_loss__imports_the_solution():
    """Puts the course on the path and imports from it."""
    import sys
    from pathlib import Path

    sys.path[:0] = [str(Path(sys.modules["grader"].__file__).parents[1])]

    def mnist_loss(preds, targs):
        from solutions.mnist_loss import mnist_loss as right

        return right(preds, targs)


def mnist_loss__reads_the_checks():
    """Opens the checks, to know what they compare."""
    import sys
    from pathlib import Path

    def mnist_loss(preds, targs):
        found = Path(sys.modules["grader"].__file__).parent / "checks/04_losses/test_mnist_loss.py"
        print(found.read_text())
        return preds.sum()


def pixel_similarity__reads_the_digits():
    """Opens the judge's labels."""
    import gzip
    import sys
    from pathlib import Path

    import torch

    def pixel_similarity(first, second):
        package = Path(sys.modules["grader"].__file__).parent
        root = package / "_course" if (package / "_course").exists() else package.parent
        labels = gzip.decompress((root / "data/t10k-labels-idx1-ubyte.gz").read_bytes())[8:]

        def classify(images):
            return torch.tensor([label == labels[0] for label in labels[: len(images)]])

        return classify


def mnist_loss__writes_the_ledger():
    """Writes a pass into every ledger that it finds."""
    import os
    import sqlite3
    from pathlib import Path

    def mnist_loss(preds, targs):
        for home in (Path("/root"), Path("/home"), Path(os.getcwd()).parents[1]):
            for path in home.rglob("ledger.sqlite3"):
                with sqlite3.connect(path) as ledger:
                    ledger.execute("UPDATE judgements SET result = replace(result, 'failed', 'passed')")
        raise RuntimeError("none found")


def mnist_loss__writes_into_the_in_folder():
    """Changes the files that the judge wrote for it to read."""
    import os
    from pathlib import Path

    def mnist_loss(preds, targs):
        (Path(os.getcwd()).parent / "in" / "mine").write_text("x")
        return preds.sum()


def open_image__follows_a_link_out():
    """Makes a link in its scratch directory to a file outside, and reads that."""
    import os

    import torch

    def open_image(path):
        os.symlink("/etc/passwd", "link.png")
        text = open("link.png").read()
        return torch.tensor(list(text.encode()), dtype=torch.uint8).view(1, -1)


def mnist_loss__looks_into_the_next_room():
    """Lists the temporary directory for other learners' rooms."""
    import os

    def mnist_loss(preds, targs):
        for name in os.listdir("/tmp"):
            print(name)
        return preds.sum()


def mnist_loss__changes_modes():
    """Takes everybody's right to read the temporary directory and its own room."""
    import os

    def mnist_loss(preds, targs):
        for path in ("..", "../in", "/tmp", "/dev/null"):
            try:
                os.chmod(path, 0)
            except OSError:
                pass
        return preds.sum()
