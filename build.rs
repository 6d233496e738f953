//! Prepares what is embedded in the executable: the static files, compressed once and named after their content, and the
//! catalogues of texts.
//!
//! Of `static/` only what browsers load is taken: `dist` (the bundles), `img` and `demo`. Each file is written to
//! `OUT_DIR/assets` as it is, and beside it as `.br` (quality 11) and `.gz` (level 9) where that is smaller. One hash over
//! all of them becomes the folder in their addresses. Folders that do not exist are taken as empty.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// The folders of `static/` that browsers load from.
const PUBLISHED: [&str; 3] = ["dist", "img", "demo"];

/// Digits of the hash in addresses: 48 bits, enough to tell releases apart.
const HASH_DIGITS: usize = 12;

type Compressor = fn(&[u8]) -> std::io::Result<Vec<u8>>;

#[expect(clippy::disallowed_methods, reason = "Cargo talks to a build script by its environment")]
fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(std::env::var("OUT_DIR")?);

    let mut assets = BTreeMap::new();
    for folder in PUBLISHED {
        collect(&Path::new("static").join(folder), folder, &mut assets)?;
    }
    // The page of all parts is for those who change them.
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        assets.retain(|name, _| !name.starts_with("dist/components."));
    }
    println!("cargo:rustc-env=ASSETS_HASH={}", hash(&assets));
    let mut written = BTreeMap::new();
    for (name, bytes) in assets {
        add_compressed(&out.join("assets"), &name, &bytes, &mut written)?;
        written.insert(name, bytes);
    }
    replace(&out.join("assets"), &written)?;

    let mut catalogues = BTreeMap::new();
    for locale in ["zh-CN", "en"] {
        collect(&Path::new("src/i18n").join(locale), locale, &mut catalogues)?;
    }
    catalogues.retain(|name, _| has_extension(name, &["json"]));
    replace(&out.join("i18n"), &catalogues)?;

    println!("cargo:rerun-if-changed=build.rs");
    Ok(())
}

/// Adds every file below a folder as `name/…`, and has the build run again when the folder changes or appears.
fn collect(folder: &Path, name: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Box<dyn Error>> {
    if !folder.is_dir() {
        let above = folder.parent().filter(|above| above.is_dir());
        println!("cargo:rerun-if-changed={}", above.unwrap_or(Path::new(".")).display());
        return Ok(());
    }
    println!("cargo:rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let file_name =
            entry.file_name().into_string().map_err(|name| format!("{} is not UTF-8", name.display()))?;
        let name = format!("{name}/{file_name}");
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &name, files)?;
        } else if !file_name.starts_with('.') {
            files.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// The hash over names and contents, in the order of names.
fn hash(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut digest = Sha256::new();
    for (name, bytes) in files {
        for part in [name.as_bytes(), bytes] {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
    }
    let digits = digest.finalize().iter().fold(String::new(), |digits, byte| format!("{digits}{byte:02x}"));
    digits[..HASH_DIGITS].to_owned()
}

/// The script whose answer goes on behind it with a few bytes of the desk's own; see `web/widget/loader.rs`.
const LOADER: &str = "dist/w.js";

/// Adds the compressed forms of a file that are smaller than it; those of an earlier build are kept if it is unchanged.
fn add_compressed(
    folder: &Path,
    name: &str,
    bytes: &[u8],
    written: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), Box<dyn Error>> {
    if has_extension(name, &["png", "jpg", "jpeg", "webp", "avif", "woff2"]) {
        return Ok(());
    }
    let unchanged = fs::read(folder.join(name)).is_ok_and(|earlier| earlier == bytes);
    let compressors: [(&str, Compressor); 2] = [("br", brotli), ("gz", gzip)];
    for (extension, compress) in compressors {
        let name = format!("{name}.{extension}");
        let earlier = fs::read(folder.join(&name)).ok().filter(|_| unchanged);
        let compressed = earlier.map_or_else(|| compress(bytes), Ok)?;
        if compressed.len() < bytes.len() {
            written.insert(name, compressed);
        }
    }
    if name == LOADER {
        written.insert(format!("{name}.part.br"), open_brotli(bytes)?);
    }
    Ok(())
}

/// A Brotli stream that ends on a byte and may go on (RFC 7932 section 9.2): no meta-block of it is the last.
fn open_brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut stream = brotli::CompressorWriter::new(Vec::new(), bytes.len().max(1), 11, 22);
    stream.write_all(bytes)?;
    stream.flush()?;
    Ok(stream.get_ref().clone())
}

fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn has_extension(name: &str, extensions: &[&str]) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| extensions.contains(&extension))
}

/// Makes a folder hold exactly these files; what is already there with the same content is not touched.
fn replace(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    remove_others(folder, "", files)?;
    for (name, bytes) in files {
        let path = folder.join(name);
        if fs::read(&path).is_ok_and(|earlier| earlier == *bytes) {
            continue;
        }
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, bytes)?;
    }
    Ok(())
}

/// Deletes the files that an earlier build left and this one does not have.
fn remove_others(
    folder: &Path,
    prefix: &str,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            remove_others(&entry.path(), &format!("{name}/"), files)?;
        } else if !files.contains_key(&name) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
