//! Every page of the workbench, once: routes, rail, the list of settings, the palette and the words that each page brings are
//! made from this table. Scripts get it as JSON with the words of the shell.

use crate::domain::access::rights::Right;

/// Where a page is offered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In the rail, from its top.
    Rail,
    /// In the rail, at its foot.
    Foot,
    /// In the list of settings, in the group of this name.
    Settings(&'static str),
}

/// A page of the workbench.
#[derive(Clone, Copy)]
pub(super) struct Page {
    /// What it is called in scripts and file names.
    pub name: &'static str,
    pub path: &'static str,
    /// Things of its own have addresses below it, as `/inbox/c_1`.
    pub inner: bool,
    /// Keys of its title, and of what else somebody may type to find it.
    pub title: &'static str,
    pub find: &'static str,
    pub icon: &'static str,
    pub place: Place,
    /// Only for those who hold this right.
    pub right: Option<Right>,
    /// It wears something of its own beside its room's styles.
    pub has_style: bool,
    /// Scripts and styles that its room shares with others, loaded with it.
    pub parts: &'static [&'static str],
    /// What of its room is seen first, at its own address and at those below it: one script and one style of this name.
    pub seen: Option<(&'static str, &'static str)>,
    /// The areas of its words, beside those that the shell brings.
    pub words: &'static [&'static str],
}

/// The areas that every page has.
pub(super) const SHELL: &[&str] =
    &["common", "rail", "agent", "notify", "settings", "settings_frame", "error"];

/// Areas that come when what uses them is first asked for, on whatever page, by the name that scripts know.
pub(super) const LATER: &[(&str, &[&str])] = &[
    ("commands", &["palette", "keys", "settings_find"]),
    ("shift", &["shift"]),
    ("ticket_new", &["ticket_new"]),
    ("bot", &["bot_talk"]),
    ("faq_editor", &["faq_editor"]),
    ("faq_more", &["faq_import", "faq_numbers"]),
];

/// Of the inbox's words those that conversations need wherever they are shown, by how their names begin.
pub(super) const OF_CONVERSATIONS: &[&str] = &[
    "assigned_to",
    "bulk",
    "choose_many",
    "choose_none",
    "chosen",
    "connect",
    "done_",
    "ended",
    "key_",
    "paused",
    "sort",
    "turned",
    "unread",
    "view",
    "whole",
];

/// The area with those alone.
pub(super) const CONVERSATIONS: &str = "inbox:conversations";

const fn settings(
    name: &'static str,
    path: &'static str,
    keys: (&'static str, &'static str),
    group: &'static str,
    icon: &'static str,
    words: &'static [&'static str],
) -> Page {
    let (title, find) = keys;
    Page {
        name,
        path,
        inner: false,
        title,
        find,
        icon,
        place: Place::Settings(group),
        right: None,
        has_style: false,
        parts: &[],
        seen: None,
        words,
    }
}

const fn managed(right: Right, page: Page) -> Page {
    Page { right: Some(right), ..page }
}

/// In the order in which they are offered. Of the settings the first that is allowed is shown where none is named.
pub(super) const PAGES: &[Page] = &[
    Page {
        name: "inbox",
        path: "/inbox",
        inner: true,
        title: "rail.inbox",
        find: "",
        icon: "inbox",
        place: Place::Rail,
        right: None,
        has_style: false,
        parts: &["thread"],
        seen: None,
        words: &["inbox", "thread", "lines", "merge", "clocks", "contact"],
    },
    Page {
        name: "tickets",
        path: "/tickets",
        inner: true,
        title: "rail.tickets",
        find: "",
        icon: "ticket",
        place: Place::Rail,
        right: None,
        has_style: false,
        parts: &["thread"],
        seen: Some(("tickets-overview", "tickets-single")),
        words: &["tickets", CONVERSATIONS, "thread", "lines", "merge", "clocks"],
    },
    Page {
        name: "faq",
        path: "/faq",
        inner: true,
        title: "rail.faq",
        find: "",
        icon: "book-open",
        place: Place::Rail,
        right: None,
        has_style: false,
        parts: &[],
        seen: None,
        words: &["faq"],
    },
    Page {
        name: "wall",
        path: "/wall",
        inner: false,
        title: "rail.wall",
        find: "",
        icon: "monitor",
        place: Place::Rail,
        right: Some(Right::Supervise),
        has_style: false,
        parts: &[],
        seen: None,
        words: &["wall"],
    },
    Page {
        name: "search",
        path: "/search",
        inner: false,
        title: "rail.find",
        find: "",
        icon: "search",
        place: Place::Foot,
        right: None,
        has_style: false,
        parts: &[],
        seen: None,
        words: &["search"],
    },
    Page {
        name: "settings",
        path: "/settings",
        inner: false,
        title: "settings.title",
        find: "",
        icon: "settings",
        place: Place::Foot,
        right: None,
        has_style: false,
        parts: &[],
        seen: None,
        words: &[],
    },
    Page {
        has_style: true,
        ..managed(
            Right::Widgets,
            settings(
                "settings-widget",
                "/settings/widget",
                ("settings.widget", "settings_find.widget"),
                "channels",
                "bubble",
                &["settings_widget", "settings_site"],
            ),
        )
    },
    Page {
        has_style: true,
        ..managed(
            Right::Shop,
            settings(
                "settings-hours",
                "/settings/hours",
                ("settings.hours", "settings_find.hours"),
                "answering",
                "clock",
                &["settings_hours", "zone"],
            ),
        )
    },
    Page {
        has_style: true,
        ..managed(
            Right::Routing,
            settings(
                "settings-routing",
                "/settings/routing",
                ("settings.routing", "settings_find.routing"),
                "answering",
                "split",
                &["settings_routing", "filters"],
            ),
        )
    },
    Page {
        has_style: true,
        ..managed(
            Right::Sla,
            settings(
                "settings-sla",
                "/settings/sla",
                ("settings.sla", "settings_find.sla"),
                "answering",
                "done",
                &["settings_sla", "filters"],
            ),
        )
    },
    Page {
        has_style: true,
        ..managed(
            Right::Shop,
            settings(
                "settings-tickets",
                "/settings/tickets",
                ("settings.tickets", "settings_find.tickets"),
                "answering",
                "ticket",
                &["settings_tickets"],
            ),
        )
    },
    Page {
        has_style: true,
        ..managed(
            Right::Bot,
            settings(
                "settings-bot",
                "/settings/bot",
                ("settings.bot", "settings_find.bot"),
                "answering",
                "bubble",
                &["settings_bot"],
            ),
        )
    },
    settings(
        "settings-canned",
        "/settings/canned",
        ("settings.canned", "settings_find.canned"),
        "answering",
        "quote",
        &["settings_canned"],
    ),
    Page {
        has_style: true,
        ..settings(
            "settings-macros",
            "/settings/macros",
            ("settings.macros", "settings_find.macros"),
            "answering",
            "zap",
            &["settings_macros"],
        )
    },
    settings(
        "settings-labels",
        "/settings/labels",
        ("settings.labels", "settings_find.labels"),
        "answering",
        "tag",
        &["settings_labels"],
    ),
    Page {
        has_style: true,
        ..settings(
            "settings-views",
            "/settings/views",
            ("settings.views", "settings_find.views"),
            "answering",
            "list-filter",
            &["settings_views", "filters"],
        )
    },
    settings(
        "settings-blocks",
        "/settings/blocks",
        ("settings.blocks", "settings_find.blocks"),
        "answering",
        "lock",
        &["settings_blocks"],
    ),
    managed(
        Right::Agents,
        settings(
            "settings-team",
            "/settings/team",
            ("settings.team", "settings_find.team"),
            "team",
            "users",
            &["settings_team"],
        ),
    ),
    managed(
        Right::Teams,
        settings(
            "settings-teams",
            "/settings/teams",
            ("settings.teams", "settings_find.teams"),
            "team",
            "users",
            &["settings_teams"],
        ),
    ),
    managed(
        Right::Roles,
        settings(
            "settings-roles",
            "/settings/roles",
            ("settings.roles", "settings_find.roles"),
            "team",
            "lock",
            &["settings_roles"],
        ),
    ),
    managed(
        Right::Shop,
        settings(
            "settings-shop",
            "/settings/shop",
            ("settings.shop", "settings_find.shop"),
            "team",
            "store",
            &["settings_shop", "zone"],
        ),
    ),
    managed(
        Right::StorageUse,
        settings(
            "settings-data",
            "/settings/data",
            ("settings.data", "settings_find.data"),
            "team",
            "drive",
            &["settings_data"],
        ),
    ),
    managed(
        Right::Import,
        settings(
            "settings-import",
            "/settings/import",
            ("settings.import", "settings_find.import"),
            "team",
            "drive",
            &["settings_import"],
        ),
    ),
    settings(
        "settings-about",
        "/settings/about",
        ("settings.about", "settings_find.about"),
        "team",
        "info",
        &["settings_about"],
    ),
    settings(
        "settings-profile",
        "/settings/profile",
        ("settings.profile", "settings_find.profile"),
        "me",
        "user",
        &["settings_profile"],
    ),
    settings(
        "settings-notifications",
        "/settings/notifications",
        ("settings.notifications", "settings_find.notifications"),
        "me",
        "bell",
        &["settings_notices", "palette", "keys", "inbox", "thread", "lines", "tickets"],
    ),
    settings(
        "settings-sessions",
        "/settings/sessions",
        ("settings.sessions", "settings_find.sessions"),
        "me",
        "monitor",
        &["settings_devices"],
    ),
    settings(
        "settings-tokens",
        "/settings/tokens",
        ("settings.tokens", "settings_find.tokens"),
        "me",
        "code",
        &["settings_tokens"],
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_page_has_one_name_and_one_path() {
        let names: HashSet<_> = PAGES.iter().map(|page| page.name).collect();
        let paths: HashSet<_> = PAGES.iter().map(|page| page.path).collect();
        assert_eq!((names.len(), paths.len()), (PAGES.len(), PAGES.len()));
        for page in PAGES {
            assert_eq!(page.path, format!("/{}", page.name.replacen('-', "/", 1)));
            assert_eq!(matches!(page.place, Place::Settings(_)), page.name.starts_with("settings-"));
        }
    }
}
