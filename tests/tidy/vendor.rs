//! What others wrote and we ship: listed with its origin and licence, and byte for byte as it was published.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::tree::root;

const FOLDER: &str = "static/vendor";

#[test]
fn vendored_files_are_as_published() {
    let lock =
        fs::read_to_string(root().join(FOLDER).join("vendor.lock")).expect("the list of what is vendored");
    let lock: Value = serde_json::from_str(&lock).expect("a JSON object");
    let mut listed = BTreeSet::new();
    for (package, entry) in lock.as_object().expect("an object by package") {
        assert!(
            entry["integrity"].is_string() && entry["licence"].is_string(),
            "{package}: integrity and licence"
        );
        let hashes = entry["sha256"].as_object().expect("a hash by file");
        assert!(hashes.contains_key("LICENSE"), "{package}: its licence lies beside it");
        for (file, expected) in hashes {
            let path = format!("{package}/{file}");
            let bytes = fs::read(root().join(FOLDER).join(&path)).expect("a listed file exists");
            let hash =
                Sha256::digest(&bytes).iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
            assert_eq!(Some(hash.as_str()), expected.as_str(), "{path} is not what was published");
            listed.insert(path);
        }
    }
    let mut found = BTreeSet::new();
    collect(&root().join(FOLDER), "", &mut found);
    for ours in ["vendor.lock", "vendor.mjs"] {
        found.remove(ours);
    }
    assert_eq!(found, listed, "what lies in {FOLDER} is what its list says");
}

fn collect(folder: &Path, prefix: &str, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder of ours").filter_map(Result::ok) {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), found);
        } else {
            found.insert(name);
        }
    }
}
