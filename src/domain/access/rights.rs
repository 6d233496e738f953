//! What somebody may do at the desk: rights, and roles as sets of them. Who may do what is decided here, *nowhere else*: flows and
//! routes ask for a right, never for a role.

use super::role::Role;

macro_rules! rights {
    ($($(#[$what:meta])* $right:ident = $name:literal,)+) => {
        /// Something that not everybody may do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Right {
            $($(#[$what])* $right,)+
        }

        impl Right {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$right,)+];

            /// The name that documents and answers use.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$right => $name,)+
                }
            }
        }
    };
}

rights! {
    /// Say something that the customer hears, change it, take it back.
    Reply = "reply",
    /// Say something for the team alone.
    Note = "note",
    /// Begin a conversation in a customer's name.
    Open = "open",
    /// Take a conversation oneself.
    Take = "take",
    /// Give a conversation to somebody else, or to nobody.
    Assign = "assign",
    /// Close a conversation, and open it again.
    Close = "close",
    /// Put a conversation off.
    Snooze = "snooze",
    /// Rate a conversation.
    Rate = "rate",
    /// Label a conversation, with new labels too.
    Label = "label",
    /// Let a conversation go on in another one, undo that, and split messages off.
    Merge = "merge",
    /// Act on many conversations at once.
    Bulk = "bulk",
    /// Send files.
    Upload = "upload",
    /// Send a message later.
    Schedule = "schedule",
    /// Have macros of one's own.
    MacroOwn = "macro_own",
    /// Block customers and addresses, and lift blocks.
    Block = "block",
    /// Write down what is known of a customer.
    ContactEdit = "contact_edit",
    /// Erase a customer.
    Erase = "erase",
    /// Rename, merge and delete labels.
    Labels = "labels",
    /// Change the team's canned replies.
    Canned = "canned",
    /// Change the team's macros.
    MacroTeam = "macro_team",
    /// Invite and change colleagues who are no owners, their role, seat and tokens.
    Agents = "agents",
    /// The same for owners, and make some.
    Owners = "owners",
    /// Change the shop, and put the list of what is left to set up away.
    Shop = "shop",
    /// Change widgets, and know their secret.
    Widgets = "widgets",
    /// Add and remove demo data.
    DemoData = "demo_data",
    /// See how much the desk holds.
    StorageUse = "storage_use",
    /// Make backups, and see which there are.
    Backup = "backup",
    /// Fetch, remove and put back a backup, which holds everything.
    Restore = "restore",
    /// See what colleagues are at, and set their availability.
    Supervise = "supervise",
    /// Change views that the team shares.
    ViewShared = "view_shared",
    /// Change how conversations are given out.
    Routing = "routing",
    /// Change how soon an answer is promised.
    Sla = "sla",
    /// Make teams, and say who is in them.
    Teams = "teams",
    /// Make roles, and say what they may do.
    Roles = "roles",
    /// Make tickets, and change what they say.
    Ticket = "ticket",
    /// Bring in histories of another desk.
    Import = "import",
    /// Draft entries of the FAQ.
    FaqDraft = "faq_draft",
    /// Publish, change, delete and bring in entries of the FAQ.
    Faq = "faq",
    /// Change the bot: its name, its words, when it is on duty.
    Bot = "bot",
}

/// A set of rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rights(u64);

impl Rights {
    /// All of them.
    pub const ALL: Self = Self::NONE.and(Right::ALL);
    /// What customers may do, in their own conversations.
    pub const VISITOR: Self = Self::NONE.and(&[Right::Reply, Right::Close, Right::Rate, Right::Upload]);

    /// None.
    pub const NONE: Self = Self(0);
    /// What a role of the desk's own may hold: what stays with owners is in none.
    pub const OWN_ROLES: Self = Self::ADMIN;
    /// What a supervisor may do.
    pub const SUPERVISOR: Self =
        Self::AGENT.and(&[Right::Canned, Right::MacroTeam, Right::Supervise, Right::ViewShared, Right::Faq]);

    const AGENT: Self = Self::NONE.and(&[
        Right::Reply,
        Right::Note,
        Right::Open,
        Right::Take,
        Right::Assign,
        Right::Close,
        Right::Snooze,
        Right::Rate,
        Right::Label,
        Right::Merge,
        Right::Bulk,
        Right::Upload,
        Right::Schedule,
        Right::MacroOwn,
        Right::Block,
        Right::ContactEdit,
        Right::Ticket,
        Right::FaqDraft,
    ]);
    const ADMIN: Self = Self::SUPERVISOR.and(&[
        Right::Erase,
        Right::Labels,
        Right::Agents,
        Right::Shop,
        Right::Widgets,
        Right::DemoData,
        Right::StorageUse,
        Right::Backup,
        Right::Routing,
        Right::Sla,
        Right::Teams,
        Right::Roles,
        Right::Import,
        Right::Bot,
    ]);
    const OWNER: Self = Self::ADMIN.and(&[Right::Owners, Right::Restore]);

    /// What a role may do.
    #[must_use]
    pub const fn of(role: Role) -> Self {
        match role {
            Role::Owner => Self::OWNER,
            Role::Admin => Self::ADMIN,
            Role::Agent => Self::AGENT,
        }
    }

    const fn and(self, more: &[Right]) -> Self {
        let (mut bits, mut at) = (self.0, 0);
        while at < more.len() {
            bits |= 1 << more[at] as u8;
            at += 1;
        }
        Self(bits)
    }

    /// Those of these names; names that this version does not know count for nothing.
    #[must_use]
    pub fn named<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let known = names.into_iter().filter_map(Right::from_name);
        known.fold(Self::NONE, |rights, right| rights.and(&[right]))
    }

    /// Those of both sets.
    #[must_use]
    pub const fn of_both(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The names of those in the set.
    #[must_use]
    pub fn names(self) -> Vec<&'static str> {
        Right::ALL.iter().filter(|right| self.hold(**right)).map(|right| right.name()).collect()
    }

    /// Whether the right is in the set.
    #[must_use]
    pub const fn hold(self, right: Right) -> bool {
        self.0 & (1 << right as u8) != 0
    }

    /// Whether there is a right in the set that the other one lacks.
    #[must_use]
    pub const fn exceed(self, other: Self) -> bool {
        self.0 & !other.0 != 0
    }
}

impl Right {
    /// The right that it takes to change what an agent of this role is, has or may do.
    #[must_use]
    pub const fn over(role: Role) -> Self {
        match role {
            Role::Owner => Self::Owners,
            Role::Admin | Role::Agent => Self::Agents,
        }
    }

    /// The right with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|right| right.name() == name).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Right by right: a visitor, an agent, a supervisor, an admin, an owner.
    const CASES: &str = "
        reply         visitor agent supervisor admin owner
        note          -       agent supervisor admin owner
        open          -       agent supervisor admin owner
        take          -       agent supervisor admin owner
        assign        -       agent supervisor admin owner
        close         visitor agent supervisor admin owner
        snooze        -       agent supervisor admin owner
        rate          visitor agent supervisor admin owner
        label         -       agent supervisor admin owner
        merge         -       agent supervisor admin owner
        bulk          -       agent supervisor admin owner
        upload        visitor agent supervisor admin owner
        schedule      -       agent supervisor admin owner
        macro_own     -       agent supervisor admin owner
        block         -       agent supervisor admin owner
        contact_edit  -       agent supervisor admin owner
        erase         -       -     -          admin owner
        labels        -       -     -          admin owner
        canned        -       -     supervisor admin owner
        macro_team    -       -     supervisor admin owner
        agents        -       -     -          admin owner
        owners        -       -     -          -     owner
        shop          -       -     -          admin owner
        widgets       -       -     -          admin owner
        demo_data     -       -     -          admin owner
        storage_use   -       -     -          admin owner
        backup        -       -     -          admin owner
        restore       -       -     -          -     owner
        supervise     -       -     supervisor admin owner
        view_shared   -       -     supervisor admin owner
        routing       -       -     -          admin owner
        sla           -       -     -          admin owner
        teams         -       -     -          admin owner
        roles         -       -     -          admin owner
        ticket        -       agent supervisor admin owner
        import        -       -     -          admin owner
        faq_draft     -       agent supervisor admin owner
        faq           -       -     supervisor admin owner
        bot           -       -     -          admin owner
    ";

    #[test]
    fn roles_are_sets_of_rights() {
        let sets = [
            ("visitor", Rights::VISITOR),
            ("agent", Rights::of(Role::Agent)),
            ("supervisor", Rights::SUPERVISOR),
            ("admin", Rights::of(Role::Admin)),
            ("owner", Rights::of(Role::Owner)),
        ];
        let table: Vec<Vec<&str>> = Right::ALL
            .iter()
            .map(|right| {
                let holders = sets.map(|(name, rights)| if rights.hold(*right) { name } else { "-" });
                [right.name()].into_iter().chain(holders).collect()
            })
            .collect();
        let expected: Vec<Vec<&str>> = CASES
            .lines()
            .map(|line| line.split_whitespace().collect())
            .filter(|line: &Vec<_>| !line.is_empty())
            .collect();
        assert_eq!(table, expected);
    }

    #[test]
    fn every_right_is_in_the_whole_set_and_stands_for_itself() {
        assert!(Right::ALL.iter().all(|right| Rights::ALL.hold(*right)));
        for right in Right::ALL {
            let one = Rights::NONE.and(&[*right]);
            assert_eq!(Right::ALL.iter().filter(|other| one.hold(**other)).collect::<Vec<_>>(), [right]);
        }
    }

    #[test]
    fn each_role_exceeds_those_below_it() {
        let roles =
            [Rights::of(Role::Agent), Rights::SUPERVISOR, Rights::of(Role::Admin), Rights::of(Role::Owner)];
        for (at, rights) in roles.into_iter().enumerate() {
            for (below, other) in roles.into_iter().enumerate() {
                assert_eq!(rights.exceed(other), at > below, "{at} and {below}");
            }
        }
    }

    #[test]
    fn a_set_is_written_by_names_and_read_again() {
        for rights in [Rights::NONE, Rights::VISITOR, Rights::SUPERVISOR, Rights::ALL] {
            assert_eq!(Rights::named(rights.names()), rights);
        }
        assert_eq!(Rights::named(["reply", "fly"]).names(), ["reply"], "of another version");
        assert!(!Rights::OWN_ROLES.hold(Right::Owners) && !Rights::OWN_ROLES.hold(Right::Restore));
    }

    #[test]
    fn only_owners_stand_over_owners() {
        for (role, right) in
            [(Role::Owner, Right::Owners), (Role::Admin, Right::Agents), (Role::Agent, Right::Agents)]
        {
            assert_eq!(Right::over(role), right);
        }
    }
}
