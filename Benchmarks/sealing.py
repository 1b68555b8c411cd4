"""Sealed values as the program keeps them, so that a benchmark can add records that open."""

import ctypes
import ctypes.util
import os
import struct

from measuring import Missing

HEAD, NONCE, TAG = 5, 24, 16


class Sealing:
    """XChaCha20-Poly1305 under the newest key of a key file, bound to table, row and column."""

    def __init__(self, key_file):
        name = ctypes.util.find_library("sodium")
        if not name:
            raise Missing("libsodium is not installed: apt-get install libsodium23")
        self.sodium = ctypes.CDLL(name)
        with open(key_file) as keys:
            lines = [line.split(" ") for line in keys.read().splitlines() if line[:1].isdigit()]
        version, _, secret = lines[-1]
        self.head = b"\x01" + struct.pack(">I", int(version))
        self.key = self.drawn(bytes.fromhex(secret), b"seal")

    def drawn(self, master, purpose):
        """The key of its own for one purpose."""
        name, key = ctypes.create_string_buffer(32), ctypes.create_string_buffer(32)
        self.sodium.crypto_generichash(name, 32, purpose, ctypes.c_ulonglong(len(purpose)), None, 0)
        number = ctypes.c_uint64(int.from_bytes(name.raw[:8], "big"))
        self.sodium.crypto_kdf_derive_from_key(key, 32, number, b"hamlet-1", master)
        return key.raw

    def seal(self, text, table, row, column):
        nonce, place = os.urandom(NONCE), self.head + self.place(table, row, column)
        box = ctypes.create_string_buffer(len(text) + TAG)
        self.sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
            box, None, text, ctypes.c_ulonglong(len(text)), place, ctypes.c_ulonglong(len(place)),
            None, nonce, self.key)
        return self.head + nonce + box.raw

    def open(self, sealed, table, row, column):
        nonce, box = sealed[HEAD:HEAD + NONCE], sealed[HEAD + NONCE:]
        place = sealed[:HEAD] + self.place(table, row, column)
        text = ctypes.create_string_buffer(len(box) - TAG + 1)
        failed = self.sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
            text, None, None, box, ctypes.c_ulonglong(len(box)), place,
            ctypes.c_ulonglong(len(place)), nonce, self.key)
        if failed:
            raise Missing(f"{column} of {table} {row} does not open: is its seal another now?")
        return text.raw[:len(box) - TAG]

    @staticmethod
    def place(table, row, column):
        words = [table.encode(), str(row).encode(), column.encode()]
        return b"".join(struct.pack(">I", len(word)) + word for word in words)
