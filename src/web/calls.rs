//! What each call of the API requires of its caller. The lines are beside the routes (`api/mod.rs`, `files/mod.rs`), each with
//! the address of its own handler; a call without one is closed. Flows check the same rights once more, for every other door.

use actix_web::http::Method;
use utoipa::Path;
use utoipa::openapi::HttpMethod;

use crate::domain::access::agent::Role;
use crate::domain::access::forbidden;
use crate::domain::access::rights::{Right, Rights};
use crate::fault::{Fault, Kind};
use crate::flows::Caller;

/// An API token was shown where a signed-in browser is needed.
pub(super) const fn sign_in_required() -> Fault {
    Fault::new(
        Kind::Forbidden,
        "sign_in_required",
        "An API token cannot change who gets in. Do it in the workbench, or on the command line.",
    )
}

/// Who may call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// Everybody: by such calls one signs in.
    Anybody,
    /// Every agent: it is about themselves, or everybody at the desk sees it.
    Member,
    /// Every agent about themselves; about others, or the team, agents with the right.
    OneselfOr(Right),
    /// Callers with one of these rights.
    OneOf(&'static [Right]),
    /// Agents and visitors: files are for whoever may read what shows them.
    Person,
}

/// Whether it takes a signed-in browser, because it changes who gets in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Browser {
    /// An API token will do.
    No,
    /// For some of what can be asked; the handler looks.
    InPart,
    /// A signed-in browser is always required.
    Always,
}

/// What a call needs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Needs {
    need: Need,
    browser: Browser,
    /// Whether a visitor's token opens it, too.
    visitors: bool,
}

pub(super) const ANYBODY: Needs = Needs { need: Need::Anybody, browser: Browser::No, visitors: true };
pub(super) const MEMBER: Needs = Needs { need: Need::Member, browser: Browser::No, visitors: false };
pub(super) const PERSON: Needs = Needs { need: Need::Person, browser: Browser::No, visitors: true };

/// Every agent about themselves, others with the right.
pub(super) const fn oneself_or(right: Right) -> Needs {
    Needs { need: Need::OneselfOr(right), ..MEMBER }
}

/// One of these rights.
pub(super) const fn right(rights: &'static [Right]) -> Needs {
    Needs { need: Need::OneOf(rights), ..MEMBER }
}

impl Needs {
    /// In a signed-in browser.
    pub(super) const fn in_browser(self) -> Self {
        Self { browser: Browser::Always, ..self }
    }

    /// For some of it in a signed-in browser.
    pub(super) const fn partly_in_browser(self) -> Self {
        Self { browser: Browser::InPart, ..self }
    }

    /// Visitors who have the right, too.
    pub(super) const fn for_visitors(need: &'static [Right]) -> Self {
        Self { visitors: true, ..right(need) }
    }

    fn let_in(self, rights: Rights) -> bool {
        match self.need {
            Need::Anybody | Need::Member | Need::OneselfOr(_) | Need::Person => true,
            Need::OneOf(of) => of.iter().any(|right| rights.hold(*right)),
        }
    }
}

/// A call and what it needs.
#[derive(Debug)]
pub(super) struct Line {
    method: Method,
    path: String,
    needs: Needs,
}

impl Line {
    /// The line of a handler, which knows its own address under `prefix`.
    pub(super) fn of<T: Path>(_handler: &T, prefix: &str, needs: Needs) -> Self {
        let method = match T::methods().first() {
            Some(HttpMethod::Post) => Method::POST,
            Some(HttpMethod::Put) => Method::PUT,
            Some(HttpMethod::Patch) => Method::PATCH,
            Some(HttpMethod::Delete) => Method::DELETE,
            _ => Method::GET,
        };
        Self { method, path: format!("{prefix}{}", T::path()), needs }
    }

    /// Whether it is for people without a credential.
    pub(super) fn is_open(&self) -> bool {
        self.needs.need == Need::Anybody
    }

    /// Refuses callers without the right.
    pub(super) fn admit(&self, caller: &Caller) -> Result<(), Fault> {
        if self.needs.let_in(caller.rights) { Ok(()) } else { Err(forbidden()) }
    }

    /// Refuses API tokens where a browser is needed whatever is asked.
    pub(super) fn admit_token(&self) -> Result<(), Fault> {
        if self.needs.browser == Browser::Always { Err(sign_in_required()) } else { Ok(()) }
    }

    fn blanks(&self) -> usize {
        self.path.matches('{').count()
    }

    fn is_at(&self, path: &str) -> bool {
        let (mut pattern, mut parts) = (self.path.split('/'), path.split('/'));
        loop {
            match (pattern.next(), parts.next()) {
                (None, None) => return true,
                (Some(blank), Some(part)) if blank == part || blank.starts_with('{') => {}
                _ => return false,
            }
        }
    }
}

/// Every call with what it needs.
#[derive(Debug)]
pub(super) struct Calls(Vec<Line>);

impl Calls {
    pub(super) fn new(lines: impl IntoIterator<Item = Line>) -> Self {
        Self(lines.into_iter().collect())
    }

    /// The line of the call at this address: of several the one with the fewest blanks.
    pub(super) fn find(&self, method: &Method, path: &str) -> Option<&Line> {
        let there = self.0.iter().filter(|line| line.method == *method && line.is_at(path));
        there.min_by_key(|line| line.blanks())
    }

    /// All of them, as documents show them.
    pub(super) fn told(&self) -> Vec<CallRights> {
        self.0.iter().map(Line::told).collect()
    }
}

/// A call as documents show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallRights {
    /// `GET`, `POST` …
    pub method: String,
    /// Its address.
    pub path: String,
    /// What it needs, in words.
    pub needs: String,
    /// Who is let in: an agent, a supervisor, an admin, an owner, a visitor, somebody without a credential.
    pub lets_in: [bool; 6],
    /// Whether an API token is accepted: `yes`, `in part` or `no`.
    pub token: &'static str,
}

impl Line {
    fn told(&self) -> CallRights {
        let Needs { need, browser, visitors } = self.needs;
        let needs = match need {
            Need::Anybody => "nothing".to_owned(),
            Need::Member => "to be signed in".to_owned(),
            Need::OneselfOr(right) => format!("to be signed in; for others `{}`", right.name()),
            Need::OneOf(rights) => {
                rights.iter().map(|right| format!("`{}`", right.name())).collect::<Vec<_>>().join(" or ")
            }
            Need::Person => "to be signed in, or a visitor".to_owned(),
        };
        let of = |role| self.needs.let_in(Rights::of(role));
        let [agent, admin, owner] = [Role::Agent, Role::Admin, Role::Owner].map(of);
        let supervisor = self.needs.let_in(Rights::SUPERVISOR);
        let visitor = visitors && self.needs.let_in(Rights::VISITOR);
        let token = match browser {
            Browser::No => "yes",
            Browser::InPart => "in part",
            Browser::Always => "no",
        };
        CallRights {
            method: self.method.to_string(),
            path: self.path.clone(),
            needs,
            lets_in: [agent, supervisor, admin, owner, visitor, need == Need::Anybody],
            token,
        }
    }
}
