"""Frames on the worker's channel that the judge did not ask for, or half of them."""


def mnist_loss__a_forged_reply():
    """Writes a reply of its own before the true one."""
    import os
    import struct

    def mnist_loss(preds, targs):
        body = b"\x93\x01\x81\xa5value\xcb" + struct.pack(">d", 0.5)
        for number in range(3, 64):
            try:
                os.write(number, struct.pack("<QI", len(body), len(body)) + body)
            except OSError:
                pass
        return preds.sum()


def mnist_loss__half_a_frame():
    """Promises a gigabyte and sends one byte."""
    import os
    import struct
    import time

    def mnist_loss(preds, targs):
        for number in range(3, 64):
            try:
                os.write(number, struct.pack("<QI", 1 << 30, 9) + b"\x00")
            except OSError:
                pass
        time.sleep(30)


def mnist_loss__trickled():
    """A byte now and then, so that somebody is always about to answer."""
    import os
    import time

    def mnist_loss(preds, targs):
        while True:
            for number in range(3, 64):
                try:
                    os.write(number, b"\x00")
                except OSError:
                    pass
            time.sleep(0.05)


def mnist_loss__the_graders_own_words():
    """Finds the grader's channel in the frames above and has it send a reply of its own."""
    import sys

    def mnist_loss(preds, targs):
        frame = sys._getframe()
        while frame is not None:
            channel = frame.f_locals.get("channel")
            if channel is not None:
                from grader.sandbox import wire

                channel.send(wire.pack(3, wire.Reply(0.5), ()))
                channel.send(wire.pack(4, wire.Reply(0.5), ()))
            frame = frame.f_back
        return preds.sum()


def mnist_loss__an_answer_in_advance():
    """Sends replies to the next ten questions at import."""
    import sys

    frame = sys._getframe()
    while frame is not None:
        channel = frame.f_locals.get("channel")
        if channel is not None:
            from grader.sandbox import wire

            for number in range(2, 12):
                channel.send(wire.pack(number, wire.Reply([]), ()))
        frame = frame.f_back

    def mnist_loss(preds, targs):
        return preds.sum()


def mnist_loss__hangs_up():
    """Closes every descriptor and goes on."""
    import os
    import time

    def mnist_loss(preds, targs):
        os.closerange(0, 256)
        time.sleep(1)
        return preds.sum()


def mnist_loss__reads_the_questions():
    """Reads from the channel what the judge is about to ask."""
    import os

    def mnist_loss(preds, targs):
        for number in range(3, 64):
            try:
                os.set_blocking(number, False)
                os.read(number, 1 << 20)
            except OSError:
                pass
        return preds.sum()


def mnist_loss__the_hosts_encoder_is_replaced():
    """Replaces the encoder of answers by one that sends no lies but a verdict."""
    import sys

    def mnist_loss(preds, targs):
        codec = sys.modules["grader.sandbox.codec"]
        wire = sys.modules["grader.sandbox.wire"]
        codec.Encoder.encode = lambda self, value, depth=0: wire.Mapping(["verdict"], ["passed"])
        return preds.sum()
