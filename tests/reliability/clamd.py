"""A little clamd on this machine: it speaks INSTREAM and knows one virus, the test that is none."""

import socket
import socketserver
import struct
import threading

from tests.files import EICAR


class _Scan(socketserver.BaseRequestHandler):
    def handle(self):
        if self._exactly(10) != b"zINSTREAM\0":
            return
        content = b""
        while size := struct.unpack(">I", self._exactly(4))[0]:
            content += self._exactly(size)
        found = EICAR in content
        said = b"stream: Eicar-Test-Signature FOUND\0" if found else b"stream: OK\0"
        self.request.sendall(self.server.says or said)

    def _exactly(self, size: int) -> bytes:
        got = b""
        while len(got) < size:
            piece = self.request.recv(size - len(got))
            if not piece:
                return b"\0" * size
            got += piece
        return got


class Clamd(socketserver.ThreadingTCPServer):
    """``with Clamd() as scanner:``; its address is ``scanner.url``; ``says`` overrides it."""

    daemon_threads, allow_reuse_address, says = True, True, b""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Scan)
        self.url = f"tcp://127.0.0.1:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def __exit__(self, *error):
        self.shutdown()
        super().__exit__(*error)


class UnixClamd(Clamd):
    address_family = socket.AF_UNIX

    def __init__(self, path):
        socketserver.TCPServer.__init__(self, str(path), _Scan)
        self.url = f"unix://{path}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def server_bind(self):
        self.socket.bind(self.server_address)
