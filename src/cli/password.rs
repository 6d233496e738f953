//! Passwords come by standard input, never as an argument that other users of the machine can see.

use std::io::{BufRead, IsTerminal, stdin};

use anyhow::{Context, bail};

use super::output;
use crate::control::Secret;

/// Longest line read, in bytes; the desk's own bound on passwords is lower.
const BYTES_MAX: u64 = 4096;

/// Reads the first line of standard input.
pub(super) fn read() -> anyhow::Result<Secret> {
    if stdin().is_terminal() {
        output::note("Type the password, then Enter (it is shown):");
    }
    from(stdin().lock())
}

fn from(input: impl BufRead) -> anyhow::Result<Secret> {
    let mut text = String::new();
    input.take(BYTES_MAX).read_line(&mut text).context("cannot read the password from standard input")?;
    let password = text.strip_suffix('\n').unwrap_or(&text);
    let password = password.strip_suffix('\r').unwrap_or(password);
    if password.is_empty() {
        bail!("there is no password on standard input");
    }
    Ok(Secret::new(password.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_the_first_line() {
        for input in ["two words", "two words\n", "two words\r\n", "two words\nmore\n"] {
            assert_eq!(from(input.as_bytes()).expect("a password").into_text(), "two words");
        }
        assert_eq!(from("\r\r\n".as_bytes()).expect("a password").into_text(), "\r");
        assert!(from("\n".as_bytes()).is_err());
        assert!(from("".as_bytes()).is_err());
        assert!(from([0xff, b'\n'].as_slice()).is_err());
    }
}
