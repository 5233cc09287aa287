from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import SimpleTestCase

from .. import crypto
from .factories import key_pair

TEXTS = ('', 'x', 'tr0ub4dor', 'Grüße\n', '\0', 'ends\0\0', 'ends\x80', 'ä' * 64, 'x' * 65535)


class SymmetricTestCase(SimpleTestCase):
    def setUp(self):
        self.key = crypto.new_key()

    def test_round_trip(self):
        for text in TEXTS:
            ciphertext = crypto.encrypt_text(self.key, text, b'context')
            self.assertEqual(crypto.decrypt_text(self.key, ciphertext, b'context'), text)
            # As a database driver may return it
            self.assertEqual(crypto.decrypt_text(self.key, memoryview(ciphertext), b'context'), text)

    def test_every_bit_counts(self):
        ciphertext = crypto.encrypt_text(self.key, 'tr0ub4dor', b'context')
        for index in range(len(ciphertext)):
            changed = bytearray(ciphertext)
            changed[index] ^= 1
            with self.assertRaises(crypto.CryptoError):
                crypto.decrypt_text(self.key, changed, b'context')

    def test_too_short(self):
        for length in (0, 1, 12, 27):
            with self.assertRaises(crypto.CryptoError):
                crypto.decrypt_text(self.key, bytes(length), b'context')

    def test_other_key_and_context(self):
        ciphertext = crypto.encrypt_text(self.key, 'tr0ub4dor', b'context')
        with self.assertRaises(crypto.CryptoError):
            crypto.decrypt_text(crypto.new_key(), ciphertext, b'context')
        with self.assertRaises(crypto.CryptoError):
            crypto.decrypt_text(self.key, ciphertext, b'another')

    def test_same_text_looks_different(self):
        first, second = (crypto.encrypt_text(self.key, 'tr0ub4dor', b'context') for _ in range(2))
        self.assertNotEqual(first, second)
        self.assertNotEqual(first[: crypto.NONCE_LENGTH], second[: crypto.NONCE_LENGTH])

    def test_length_is_hidden(self):
        lengths = {len(crypto.encrypt_text(self.key, 'x' * length, b'')) for length in range(64)}
        self.assertEqual(len(lengths), 1)

    def test_session_keys_as_text(self):
        self.assertEqual(crypto.decode_key(crypto.encode_key(self.key)), self.key)
        for text in ('', 'x', 'ä', crypto.encode_key(self.key)[:-4], crypto.encode_key(self.key + b'x')):
            with self.assertRaises(crypto.CryptoError):
                crypto.decode_key(text)


class AsymmetricTestCase(SimpleTestCase):
    def test_round_trip(self):
        private_key, public_key = key_pair()
        key = crypto.new_key()
        self.assertEqual(crypto.unwrap(private_key, crypto.wrap(public_key, key)), key)

    def test_wrong_private_key(self):
        wrapped = crypto.wrap(key_pair()[1], crypto.new_key())
        with self.assertRaisesMessage(crypto.CryptoError, 'not the private key of your user key'):
            crypto.unwrap(key_pair(2)[0], wrapped)

    def test_no_private_key(self):
        elliptic = ec.generate_private_key(ec.SECP256R1()).private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        for pem in ('', 'nonsense', key_pair()[1], elliptic.decode()):
            with self.assertRaisesMessage(crypto.CryptoError, 'not an RSA private key'):
                crypto.unwrap(pem, b'')

    def test_public_key(self):
        private_key, public_key = key_pair()
        crypto.check_public_key(public_key, 3072)
        crypto.check_public_key(f'\n{public_key}\n', 3072)
        for pem, bits, message in (
            ('nonsense', 3072, 'not an RSA public key'),
            (private_key, 3072, 'This is a private key'),
            (public_key, 4096, 'has 3072 bits; at least 4096 are needed'),
        ):
            with self.assertRaisesMessage(crypto.CryptoError, message):
                crypto.check_public_key(pem, bits)

    def test_fingerprint(self):
        first, second = crypto.fingerprint(key_pair()[1]), crypto.fingerprint(key_pair(2)[1])
        self.assertRegex(first, r'^SHA256:[A-Za-z0-9+/]{43}$')
        self.assertNotEqual(first, second)
