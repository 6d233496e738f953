//! The house rules that a compiler does not know: which way imports run, how large a file may be, that what is written in
//! the documents exists, and that nothing lies around unused.

#[path = "tidy/documents.rs"]
mod documents;
#[path = "tidy/files.rs"]
mod files;
#[path = "tidy/imports.rs"]
mod imports;
#[path = "tidy/plain.rs"]
mod plain;
#[path = "tidy/scan.rs"]
mod scan;
#[path = "tidy/sql.rs"]
mod sql;
#[path = "tidy/templates.rs"]
mod templates;
#[path = "tidy/texts.rs"]
mod texts;
#[path = "tidy/tree.rs"]
mod tree;
#[path = "tidy/unused.rs"]
mod unused;
#[path = "tidy/vendor.rs"]
mod vendor;
#[path = "tidy/wording.rs"]
mod wording;
#[path = "tidy/words.rs"]
mod words;
