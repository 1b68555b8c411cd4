internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of those who sit is drawn from.
struct MembersModel {
  let sitting: Sitting
  let members: [Member]
  /// Who may be given a seat; empty for those who may not give one.
  let people: [Person]
  /// Named mailboxes; empty for those who may not name one.
  let mailboxes: [NamedMailbox]
  let bodies: [Agency]
  let names: Names
  let state: FormState
  let csrf: String
}

/// Who sits in a conference, by organisation, and by which rules it works.
struct MembersPage: HTML {
  let model: MembersModel
  private var kind: ConferenceKind { model.sitting.kind }
  private var path: String { ConferencesRoute.members(kind.key).path }

  var body: some HTML {
    PageHead("Who sits here", kicker: kind.title) {
      if model.sitting.may(.seat) {
        LinkButton("Change the rules", to: ConferencesRoute.rules(kind.key).path)
      }
    }
    Sheet("Seats", mark: .river) {
      DataTable(
        caption: "Seats", hidesCaption: true,
        columns: [.text("Who"), .text("Organisation"), .text("Seat"), .text("Since")]
          + (model.sitting.may(.seat) ? [.text("Change")] : []),
        rows: model.members.map { member in
          let cells: [DataTable.Cell] = [
            .text(model.names.person(member.account)),
            .text(model.names.body(member.organisation)), .text(member.seat.title),
            .text(member.since.words),
          ]
          return .cells(cells + (model.sitting.may(.seat) ? [ending(member)] : []))
        }, empty: "Nobody sits here yet.")
    }
    if model.sitting.may(.seat) {
      giving
      MailboxSheet(model: model, path: path)
    }
    RulesSheet(kind: kind)
  }

  private func ending(_ member: Member) -> DataTable.Cell {
    .html {
      if member.account != model.sitting.account {
        PostForm(to: path, csrf: model.csrf) {
          input(.type(.hidden), .name("account"), .value(member.account.description))
          SubmitButton("Take the seat away", style: .small, name: "act", value: "end")
        }
      } else {
        span(.class("quiet")) { "You" }
      }
    }
  }

  private var giving: some HTML {
    Sheet("Give somebody a seat") {
      PostForm(to: path, csrf: model.csrf) {
        SelectField(
          "account", label: "Who",
          choices: model.people.map { person in
            let name = person.name.reveal(for: "who may sit in a conference")
            return Choice(
              person.id.description, "\(name), \(model.names.body(person.organisation))")
          }, empty: "Choose", in: model.state)
        RadioField(
          "seat", legend: "Seat",
          choices: [
            Choice("member", "Member", hint: "Refers, answers for their organisation, signs"),
            Choice("chair", "Chair", hint: "Also decides on referrals, and leads the meetings"),
            Choice("coordinator", "Coordinator", hint: "Also says who sits, and by which rules"),
          ], in: model.state)
        SubmitButton("Give the seat", style: .line, name: "act", value: "seat")
      }
    }
  }
}

/// The rules of a kind, as whoever sits in it reads them.
struct RulesSheet: HTML {
  let kind: ConferenceKind

  var body: some HTML {
    let rules = kind.rules
    Sheet("The rules") {
      SummaryList(rows(rules).map { (key: $0.0, value: $0.1, change: nil) })
      h3 { "Grounds for a referral" }
      ul { for criterion in kind.criteria { li { criterion.title } } }
      h3 { "Statement that everybody signs" }
      p(.class("prewrap")) { rules.statement }
      p(.class("small quiet")) {
        "Version \(kind.statementVersion). Where this is from: \(kind.source)"
      }
    }
  }

  private func rows(_ rules: KindRules) -> [(String, String)] {
    var rows = [
      ("Agenda", rules.agenda.map(\.title).joined(separator: "; ")),
      ("Meets", "Every \(rules.cadenceDays) days; urgent cases within \(rules.emergencyDays)"),
      ("Answers are due", "\(rules.researchDays) days before a meeting"),
      ("Planned for a case", "\(rules.caseMinutes) minutes"),
      ("Minutes are open for", "\(rules.minutesDays) days"),
      ("Cases are kept for", "\(rules.keepMonths) months once they are over"),
    ]
    if rules.repeatMonths > 0 {
      rows.append(("A repeat", "Within \(rules.repeatMonths) months of the last referral"))
    }
    if rules.flagMonths > 0 { rows.append(("Flags last", "\(rules.flagMonths) months")) }
    return rows + [
      (
        "Organisations that sit",
        AgencyKind.allCases.filter(rules.agencies.contains).map(\.title).joined(separator: ", ")
      ),
      (
        "Roles that sit", Role.all.filter(rules.roles.contains).map(\.title).joined(separator: ", ")
      ),
    ]
  }
}
