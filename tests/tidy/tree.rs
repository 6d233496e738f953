//! Walks the repository: the files that we wrote, with their texts.

use std::fs;
use std::path::{Path, PathBuf};

/// The repository's root.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file that we wrote.
pub struct File {
    /// Its path from the root, parted by `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl File {
    /// The last part of its path.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// What follows the last dot of its name.
    pub fn extension(&self) -> &str {
        self.name().rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// Number of its lines.
    pub fn lines(&self) -> usize {
        self.text.lines().count()
    }
}

/// Every file with one of these extensions below a folder of the root, by path; none if there is no such folder.
/// What others wrote (`static/vendor`), what is made from our sources (`static/dist`, build output) and
/// what is no text (`fuzz/seeds`) is left out.
pub fn files(folder: &str, extensions: &[&str]) -> Vec<File> {
    let mut paths = Vec::new();
    walk(&root().join(folder), &mut paths);
    let mut files: Vec<File> = paths
        .into_iter()
        .filter(|path| path.extension().and_then(|e| e.to_str()).is_some_and(|e| extensions.contains(&e)))
        .map(|path| {
            let text = fs::read_to_string(&path).expect("sources are UTF-8");
            let from_root = path.strip_prefix(root()).expect("below the root");
            File { path: from_root.to_str().expect("names are UTF-8").to_owned(), text }
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) {
    const NOT_OURS: [&str; 8] = [
        "static/vendor",
        "static/dist",
        "target",
        "node_modules",
        "fuzz/seeds",
        "fuzz/corpus",
        "fuzz/artifacts",
        "fuzz/target",
    ];
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        let from_root = path.strip_prefix(root()).expect("below the root");
        if NOT_OURS.iter().any(|other| from_root == Path::new(other)) || from_root.starts_with(".git") {
            continue;
        }
        if path.is_dir() { walk(&path, paths) } else { paths.push(path) }
    }
}
