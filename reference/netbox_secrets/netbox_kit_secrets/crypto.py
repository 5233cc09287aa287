"""
The cryptography, without anything of NetBox: keys and texts go in, bytes come out.

A text is encrypted with the master key (AES-256-GCM), the master key with the public key of each user (RSA-OAEP with
SHA-256) and with the key of each session. What is encrypted by AES is bound to a context, which has to be the same when it is
decrypted: a ciphertext that has been moved to another row is as useless as one that has been changed.

No exception has a key or a text in its message, or leads to one that has.
"""

import base64
import binascii
import hashlib
import os

from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.utils.translation import gettext as _

__all__ = (
    'CryptoError',
    'check_public_key',
    'decode_key',
    'decrypt',
    'decrypt_text',
    'digest',
    'encode_key',
    'encrypt',
    'encrypt_text',
    'fingerprint',
    'generate_key_pair',
    'new_key',
    'unwrap',
    'wrap',
)

OAEP = padding.OAEP(mgf=padding.MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None)

# Bytes; AES-GCM must never see the same nonce twice with the same key, and 96 random bits are what it is made for.
NONCE_LENGTH = 12

# Texts are filled up to a multiple of this many bytes, for AES-GCM would show how long a password is.
BLOCK_LENGTH = 64


class CryptoError(Exception):
    """
    A key that cannot be used, or something that cannot be decrypted with it.
    """


#
# Symmetric: AES-256-GCM
#


def new_key():
    return AESGCM.generate_key(bit_length=256)


def encode_key(key):
    """
    Return a key as text, for headers and cookies.
    """
    return base64.urlsafe_b64encode(key).decode()


def decode_key(text):
    try:
        key = base64.b64decode(text, altchars='-_', validate=True)
    except (binascii.Error, ValueError):
        key = b''
    if len(key) != 32:
        raise CryptoError(_('This is not a session key.'))
    return key


def digest(key):
    """
    Return what a key can be found by. No salt is needed: a key of 256 random bits cannot be guessed.
    """
    return hashlib.sha256(key).hexdigest()


def encrypt(key, data, context):
    nonce = os.urandom(NONCE_LENGTH)
    return nonce + AESGCM(key).encrypt(nonce, data, context)


def decrypt(key, ciphertext, context):
    nonce, encrypted = bytes(ciphertext[:NONCE_LENGTH]), bytes(ciphertext[NONCE_LENGTH:])
    try:
        return AESGCM(key).decrypt(nonce, encrypted, context)
    except (InvalidTag, ValueError):
        raise CryptoError(_('The ciphertext has been changed, or is not for this key.')) from None


def encrypt_text(key, text, context):
    data = text.encode() + b'\x80'
    return encrypt(key, data + bytes(-len(data) % BLOCK_LENGTH), context)


def decrypt_text(key, ciphertext, context):
    return decrypt(key, ciphertext, context).rstrip(b'\0').removesuffix(b'\x80').decode()


#
# Asymmetric: RSA
#


def generate_key_pair(bits):
    """
    Return a new private key and its public key, both in PEM format.
    """
    private_key = rsa.generate_private_key(public_exponent=65537, key_size=bits)
    private_pem = private_key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public_pem = private_key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return private_pem.decode(), public_pem.decode()


def check_public_key(pem, bits):
    """
    Raise CryptoError if this is not the public key of an RSA key of at least so many bits.
    """
    if 'PRIVATE KEY' in pem:
        raise CryptoError(_('This is a private key. Keep it to yourself, and give its public key here.'))
    size = _load_public_key(pem).key_size
    if size < bits:
        raise CryptoError(_('This key has {size} bits; at least {bits} are needed.').format(size=size, bits=bits))


def fingerprint(pem):
    """
    Return a short text by which people can compare public keys.
    """
    der = _load_public_key(pem).public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return 'SHA256:' + base64.b64encode(hashlib.sha256(der).digest()).decode().rstrip('=')


def wrap(public_pem, key):
    return _load_public_key(public_pem).encrypt(key, OAEP)


def unwrap(private_pem, wrapped):
    try:
        return _load_private_key(private_pem).decrypt(bytes(wrapped), OAEP)
    except ValueError:
        raise CryptoError(_('This is not the private key of your user key.')) from None


def _load_public_key(pem):
    try:
        key = serialization.load_pem_public_key(pem.strip().encode())
    except (TypeError, ValueError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, rsa.RSAPublicKey):
        raise CryptoError(_('This is not an RSA public key in PEM format.'))
    return key


def _load_private_key(pem):
    try:
        key = serialization.load_pem_private_key(pem.strip().encode(), password=None)
    except (TypeError, ValueError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, rsa.RSAPrivateKey):
        raise CryptoError(_('This is not an RSA private key in PEM format without a passphrase.'))
    return key
