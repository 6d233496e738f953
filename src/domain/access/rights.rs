//! What somebody may do at the desk: rights, and roles as sets of them. Who may do what is decided here, *nowhere else*: flows and
//! routes ask for a right, never for a role.

use super::agent::Role;

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
    /// Act on many conversations at once.
    Bulk = "bulk",
    /// Send files.
    Upload = "upload",
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
    /// Change the views that everybody sees.
    ViewShared = "view_shared",
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
}

/// A set of rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rights(u64);

impl Rights {
    /// All of them.
    pub const ALL: Self = Self::NONE.and(Right::ALL);
    /// What customers may do, in their own conversations.
    pub const VISITOR: Self = Self::NONE.and(&[Right::Reply, Right::Close, Right::Rate, Right::Upload]);

    const NONE: Self = Self(0);
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
        Right::Bulk,
        Right::Upload,
        Right::Block,
        Right::ContactEdit,
    ]);
    const ADMIN: Self = Self::AGENT.and(&[
        Right::Erase,
        Right::Labels,
        Right::Canned,
        Right::ViewShared,
        Right::Agents,
        Right::Shop,
        Right::Widgets,
        Right::DemoData,
        Right::StorageUse,
        Right::Backup,
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
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Right by right: a visitor, an agent, an admin, an owner.
    const CASES: &str = "
        reply         visitor agent admin owner
        note          -       agent admin owner
        open          -       agent admin owner
        take          -       agent admin owner
        assign        -       agent admin owner
        close         visitor agent admin owner
        snooze        -       agent admin owner
        rate          visitor agent admin owner
        label         -       agent admin owner
        bulk          -       agent admin owner
        upload        visitor agent admin owner
        block         -       agent admin owner
        contact_edit  -       agent admin owner
        erase         -       -     admin owner
        labels        -       -     admin owner
        canned        -       -     admin owner
        view_shared   -       -     admin owner
        agents        -       -     admin owner
        owners        -       -     -     owner
        shop          -       -     admin owner
        widgets       -       -     admin owner
        demo_data     -       -     admin owner
        storage_use   -       -     admin owner
        backup        -       -     admin owner
        restore       -       -     -     owner
    ";

    #[test]
    fn roles_are_sets_of_rights() {
        let sets = [
            ("visitor", Rights::VISITOR),
            ("agent", Rights::of(Role::Agent)),
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
        let roles = [Role::Agent, Role::Admin, Role::Owner];
        for (at, role) in roles.iter().enumerate() {
            for (below, other) in roles.iter().enumerate() {
                assert_eq!(
                    Rights::of(*role).exceed(Rights::of(*other)),
                    at > below,
                    "{role:?} and {other:?}"
                );
            }
        }
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
