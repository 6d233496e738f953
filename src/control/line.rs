//! JSON values as lines of bounded length.

use std::io::{Error, ErrorKind, Result};

use serde::Serialize;
use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use super::LINE_BYTES;

/// Reads one line without its end; `None` when the peer has closed. What is longer than [`LINE_BYTES`] is an error.
pub(super) async fn read(from: &mut (impl AsyncBufRead + Unpin)) -> Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    from.take(LINE_BYTES as u64 + 1).read_until(b'\n', &mut line).await?;
    if line.pop_if(|byte| *byte == b'\n').is_some() {
        return Ok(Some(line));
    }
    match line.len() {
        0 => Ok(None),
        length if length > LINE_BYTES => {
            Err(Error::new(ErrorKind::InvalidData, format!("a line is longer than {LINE_BYTES} bytes")))
        }
        _ => Err(Error::new(ErrorKind::UnexpectedEof, "the other side closed in the middle of a line")),
    }
}

/// Writes `value` as one line.
pub(super) async fn write(to: &mut (impl AsyncWrite + Unpin), value: &impl Serialize) -> Result<()> {
    let mut line = serde_json::to_vec(value)?;
    if line.len() > LINE_BYTES {
        return Err(Error::new(
            ErrorKind::InvalidData,
            format!("a line would be longer than {LINE_BYTES} bytes"),
        ));
    }
    line.push(b'\n');
    to.write_all(&line).await
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn lines(bytes: &[u8]) -> Vec<String> {
        let mut from = bytes;
        let mut lines = Vec::new();
        loop {
            match read(&mut from).await {
                Ok(Some(line)) => lines.push(format!("{} bytes", line.len())),
                Ok(None) => return lines,
                Err(error) => {
                    lines.push(error.kind().to_string());
                    return lines;
                }
            }
        }
    }

    #[tokio::test]
    async fn lines_are_whole_and_bounded() {
        assert_eq!(lines(b"").await, Vec::<String>::new());
        assert_eq!(lines(b"one\n\ntwo\n").await, ["3 bytes", "0 bytes", "3 bytes"]);
        assert_eq!(lines(b"one\ntw").await, ["3 bytes", "unexpected end of file"]);
        let longest = [vec![b'a'; LINE_BYTES], vec![b'\n']].concat();
        assert_eq!(lines(&longest).await, [format!("{LINE_BYTES} bytes")]);
        assert_eq!(lines(&[b"a", longest.as_slice()].concat()).await, ["invalid data"]);
    }
}
