"""A real mail server (aiosmtpd) on loopback for the tests: mail.py FOLDER [CERTIFICATE KEY].

Prints its port; each message it takes is a file of FOLDER. With a certificate it wants STARTTLS and
the user hamlet with the password "river anchor". What it does with a message is told by the first
part of the recipient: refuse, later, full, poison, drop; anything else is taken.
"""
import asyncio
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

FOLDER = pathlib.Path(sys.argv[1])


class Handler:
    def __init__(self):
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        word = address.split("@")[0]
        if word == "refuse":
            return "550 No such mailbox"
        if word == "later":
            return "451 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        word = envelope.rcpt_tos[0].split("@")[0]
        if word == "full":
            return "452 Out of room"
        if word == "poison":
            return "554 Not this one"
        self.count += 1
        (FOLDER / f"message-{self.count}").write_bytes(
            f"{envelope.mail_from}\n{','.join(envelope.rcpt_tos)}\n{session.ssl is not None}\n"
            .encode() + envelope.content)
        if word == "drop":
            server.transport.abort()
            await asyncio.sleep(0)
        return "250 Taken"


def authenticate(server, session, envelope, mechanism, data):
    right = data.login == b"hamlet" and data.password == b"river anchor"
    return AuthResult(success=right, handled=False)


async def main():
    context = None
    if len(sys.argv) > 3:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[2], sys.argv[3])
    handler = Handler()

    def protocol():
        return SMTP(
            handler, tls_context=context, require_starttls=context is not None,
            auth_required=context is not None, authenticator=authenticate if context else None,
            hostname="stand-in.example")

    server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
