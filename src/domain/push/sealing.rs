//! Sealing a notice for one browser (RFC 8291 over RFC 8188): the push service carries it and cannot read it. Pure: the key of this
//! one message and the salt are arguments.

use aes_gcm::aead::AeadInPlace;
use aes_gcm::{Aes128Gcm, KeyInit};
use hkdf::Hkdf;
use p256::ecdh::diffie_hellman;
use p256::elliptic_curve::sec1::ToEncodedPoint;
use p256::{PublicKey, SecretKey};
use sha2::Sha256;

/// Size of the one record, said in the head.
const RECORD_BYTES: u32 = 4_096;
/// Bytes of a point that is not compressed.
const POINT_BYTES: usize = 65;
/// What the whole body may have: salt, size, length of the key, key, one byte that ends the record, tag.
pub const PLAIN_BYTES_MAX: usize = RECORD_BYTES as usize - 16 - 4 - 1 - POINT_BYTES - 1 - 16;

/// The keys that a browser gave for its notices.
#[derive(Debug, Clone)]
pub struct Keys {
    /// Its point on the curve.
    public: PublicKey,
    /// What only it and the desk know.
    auth: [u8; 16],
}

impl Keys {
    /// Reads both; `None` for a point that is none, or a secret of another length.
    #[must_use]
    pub fn read(p256dh: &[u8], auth: &[u8]) -> Option<Self> {
        if p256dh.len() != POINT_BYTES {
            return None;
        }
        Some(Self { public: PublicKey::from_sec1_bytes(p256dh).ok()?, auth: auth.try_into().ok()? })
    }
}

/// The point of a secret key, as it is sent.
#[must_use]
pub fn point(key: &PublicKey) -> Vec<u8> {
    key.to_encoded_point(false).as_bytes().to_vec()
}

/// A secret key of random bytes; `None` for the few numbers that are none on the curve.
#[must_use]
pub fn secret(bytes: &[u8; 32]) -> Option<SecretKey> {
    SecretKey::from_slice(bytes).ok()
}

/// Seals `plain` for the browser with these keys; `None` where it is too long.
#[must_use]
pub fn seal(plain: &[u8], keys: &Keys, own: &SecretKey, salt: &[u8; 16]) -> Option<Vec<u8>> {
    if plain.len() > PLAIN_BYTES_MAX {
        return None;
    }
    let (ours, theirs) = (point(&own.public_key()), point(&keys.public));
    let shared = diffie_hellman(own.to_nonzero_scalar(), keys.public.as_affine());
    let mut material = [0; 32];
    let info = [b"WebPush: info\0".as_slice(), &theirs, &ours].concat();
    expand(&keys.auth, shared.raw_secret_bytes(), &info, &mut material)?;
    let (mut key, mut nonce) = ([0; 16], [0; 12]);
    expand(salt, &material, b"Content-Encoding: aes128gcm\0", &mut key)?;
    expand(salt, &material, b"Content-Encoding: nonce\0", &mut nonce)?;
    let mut body = Vec::with_capacity(RECORD_BYTES as usize);
    body.extend_from_slice(salt);
    body.extend_from_slice(&RECORD_BYTES.to_be_bytes());
    body.push(POINT_BYTES as u8);
    body.extend_from_slice(&ours);
    // 2 ends the last record.
    let mut record = [plain, &[2]].concat();
    Aes128Gcm::new(&key.into()).encrypt_in_place(&nonce.into(), b"", &mut record).ok()?;
    body.extend_from_slice(&record);
    Some(body)
}

fn expand(salt: &[u8], material: &[u8], info: &[u8], out: &mut [u8]) -> Option<()> {
    Hkdf::<Sha256>::new(Some(salt), material).expand(info, out).ok()
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::*;

    fn bytes(text: &str) -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(text).unwrap()
    }

    fn array<const N: usize>(text: &str) -> [u8; N] {
        bytes(text).try_into().unwrap()
    }

    const THEIRS: &str =
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    const AUTH: &str = "BTBZMqHH6r4Tts7J_aSIgg";

    /// RFC 8291, appendix A.
    #[test]
    fn the_vector_of_the_standard() {
        let own = secret(&array("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")).unwrap();
        let ours = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
        assert_eq!(point(&own.public_key()), bytes(ours));
        let keys = Keys::read(&bytes(THEIRS), &bytes(AUTH)).unwrap();
        let plain = b"When I grow up, I want to be a watermelon";
        let body = seal(plain, &keys, &own, &array("DGv6ra1nlYgDCS1FRnbzlw")).unwrap();
        assert_eq!(
            URL_SAFE_NO_PAD.encode(body),
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8w\
             EqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
        );
    }

    #[test]
    fn what_does_not_fit_is_not_sent() {
        let own = secret(&[7; 32]).unwrap();
        let keys = Keys::read(&bytes(THEIRS), &bytes(AUTH)).unwrap();
        assert_eq!(PLAIN_BYTES_MAX, 3_993);
        let body = seal(&[b'x'; PLAIN_BYTES_MAX], &keys, &own, &[1; 16]).unwrap();
        assert_eq!(body.len(), 4_096);
        assert_eq!(seal(&[b'x'; PLAIN_BYTES_MAX + 1], &keys, &own, &[1; 16]), None);
    }

    #[test]
    fn keys_that_are_none_are_refused() {
        let (point, auth) = (bytes(THEIRS), bytes(AUTH));
        assert!(Keys::read(&point, &auth).is_some());
        let mut off_the_curve = point.clone();
        off_the_curve[64] ^= 1;
        for (point, auth) in
            [(&off_the_curve[..], &auth[..]), (&point[..64], &auth), (&point, &auth[..15]), (b"", b"")]
        {
            assert!(Keys::read(point, auth).is_none());
        }
        assert!(secret(&[0; 32]).is_none() && secret(&[0xff; 32]).is_none());
    }
}
