use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

const BYTES: usize = 32;

/// What a caller has to show: 256 random bits, in hexadecimal. It is wiped when dropped and has no `Debug`.
#[derive(Clone)]
pub struct Token(Zeroizing<String>);

/// The system gave no random numbers.
#[derive(Debug, thiserror::Error)]
#[error("the system gave no random numbers")]
pub struct NoRandomness;

impl Token {
    /// Makes a new one.
    pub fn make() -> Result<Self, NoRandomness> {
        let mut bytes = Zeroizing::new([0; BYTES]);
        getrandom::fill(bytes.as_mut_slice()).map_err(|_| NoRandomness)?;
        let mut text = Zeroizing::new(String::with_capacity(2 * BYTES));
        for byte in bytes.iter() {
            for half in [byte >> 4, byte & 15] {
                text.push(char::from_digit(half.into(), 16).unwrap_or_default());
            }
        }
        Ok(Self(text))
    }

    /// The text a caller has to show. Give it to the person who starts the server and to nobody else.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Compares in a time that tells nothing about where the two differ.
    pub(crate) fn is(&self, shown: &[u8]) -> bool {
        self.0.as_bytes().ct_eq(shown).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_64_hex_digits_and_only_itself() {
        let (one, other) = (Token::make().unwrap(), Token::make().unwrap());
        assert_eq!(one.reveal().len(), 64, "256 bits are 64 hexadecimal digits");
        assert!(one.reveal().bytes().all(|b| b.is_ascii_hexdigit()), "it must survive in an address");
        assert!(one.is(one.reveal().as_bytes()), "the token itself is accepted");
        assert!(!one.is(other.reveal().as_bytes()), "another token is refused");
        assert!(!one.is(&one.reveal().as_bytes()[..63]), "a part of it is refused");
        assert!(!one.is(b""), "nothing is refused");
    }
}
