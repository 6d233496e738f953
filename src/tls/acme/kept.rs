//! What is kept of an authority in the data folder: the account, and the newest certificate with its key.
//!
//! Both say for which directory and names they are, so that changed settings get their own. Files are written beside and
//! renamed: a crash leaves the old or the new one, whole. Only their owner may read them.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use instant_acme::AccountCredentials;
use serde::{Deserialize, Serialize};

use crate::tls::pem::{self, Loaded};

/// The folder inside the data folder.
pub(super) const FOLDER: &str = "certificates";

const ACCOUNT: &str = "account.json";
const CERTIFICATE: &str = "certificate.pem";

/// An account and where it is one.
#[derive(Serialize, Deserialize)]
pub(super) struct Account {
    pub(super) directory: String,
    pub(super) contact: Option<String>,
    pub(super) credentials: AccountCredentials,
}

/// The account at this directory, if there is one.
pub(super) fn account(folder: &Path, directory: &str) -> Option<Account> {
    let text = fs::read(folder.join(ACCOUNT)).ok()?;
    let account: Account = serde_json::from_slice(&text).ok()?;
    (account.directory == directory).then_some(account)
}

pub(super) fn keep_account(folder: &Path, account: &Account) -> io::Result<()> {
    write(folder, ACCOUNT, &serde_json::to_vec(account)?)
}

/// Forgets an account that the authority does not know any more.
pub(super) fn forget_account(folder: &Path) -> io::Result<()> {
    fs::remove_file(folder.join(ACCOUNT))
}

/// The lines above the PEM parts, which readers of PEM skip.
fn heading(directory: &str, domains: &[String]) -> String {
    format!("from {directory}\nfor {}\n", domains.join(" "))
}

/// The certificate of these names from this directory, if there is one.
pub(super) fn certificate(folder: &Path, directory: &str, domains: &[String]) -> Option<Loaded> {
    let text = fs::read(folder.join(CERTIFICATE)).ok()?;
    text.starts_with(heading(directory, domains).as_bytes()).then(|| pem::from_text(&text))?
}

pub(super) fn keep_certificate(
    folder: &Path,
    directory: &str,
    domains: &[String],
    text: &str,
) -> io::Result<()> {
    write(folder, CERTIFICATE, format!("{}{text}", heading(directory, domains)).as_bytes())
}

fn write(folder: &Path, name: &str, content: &[u8]) -> io::Result<()> {
    if !folder.is_dir() {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    let beside = folder.join(format!("{name}.new"));
    // One that an earlier crash left may have another mode.
    drop(fs::remove_file(&beside));
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside)?;
    file.write_all(content)?;
    file.sync_all()?;
    fs::rename(&beside, folder.join(name))?;
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn certificates_are_kept_for_their_names_and_directory_alone() {
        let place = tempfile::tempdir().expect("a folder");
        let folder = place.path().join(FOLDER);
        let text = [
            include_str!("../../../tests/fixtures/localhost.key.pem"),
            include_str!("../../../tests/fixtures/localhost.cert.pem"),
        ]
        .concat();
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let both = names(&["a.example", "b.example"]);
        assert!(certificate(&folder, "https://ca", &both).is_none(), "nothing is kept yet");
        keep_certificate(&folder, "https://ca", &both, &text).expect("kept");
        keep_certificate(&folder, "https://ca", &both, &text).expect("kept again");
        assert!(certificate(&folder, "https://ca", &both).is_some());
        assert!(certificate(&folder, "https://other", &both).is_none());
        assert!(certificate(&folder, "https://ca", &names(&["a.example"])).is_none());
        let mode = |path: &Path| fs::metadata(path).expect("is there").permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&folder.join(CERTIFICATE))), (0o700, 0o600));
        fs::write(folder.join(CERTIFICATE), heading("https://ca", &both)).expect("writes");
        assert!(certificate(&folder, "https://ca", &both).is_none(), "a heading alone is none");
    }
}
