internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// The panels somebody sits on.
struct PanelListPage: HTML {
  let lines: [(review: CaseReview, isOpen: Bool)]

  var body: some HTML {
    PageHead("Case review panels", lede: "The reviews on whose panels you sit.")
    Sheet(mark: .river) {
      DataTable(
        caption: "Panels", hidesCaption: true,
        columns: [.text("Case review"), .text("State"), .text("Papers")],
        rows: lines.map { review, isOpen in
          let path = ReportsRoute.papers(review.reference).path
          return [
            isOpen
              ? .link(review.reference.description, to: path) : .text(review.reference.description),
            .text(review.state),
            .html { isOpen ? StateMark(.good, "To be read") : StateMark(.none, "Not open") },
          ]
        }, empty: "You sit on no panel.")
    }
  }
}

/// What the page of those who prepare the papers is drawn from.
struct PanelModel {
  let desk: PanelDesk
  let pages: [PanelPage]
  let issue: PanelStore.Issue?
  /// Who may be given a seat, with where they belong.
  let people: [Choice]
  let names: [ID<Account>: String]
  /// The shares of the papers, the latest first.
  let shares: [Share]
  let agencies: [Agency]
  let now: Instant
  let state: FormState
  let canPrint: Bool
  let csrf: String

  init(
    _ desk: PanelDesk, _ issue: PanelStore.Issue?, _ state: FormState, _ visit: StaffVisit,
    canPrint: Bool, _ read: Read
  ) throws {
    self.desk = desk
    self.issue = issue
    self.state = state
    self.canPrint = canPrint
    csrf = visit.frame.csrf
    now = visit.now
    guard desk.prepares else {
      (pages, people, names, shares, agencies) = ([], [], [:], [], [])
      return
    }
    pages = try PanelGathering(services: visit.services, review: desk.review).pages(read)
    let all = try ReviewPeople(desk.review, desk.linked, visit.services, read)
    (people, names, agencies) = (all.choices(), all.names, all.agencies)
    shares = try visit.services.shares.about(desk.review.reference, read)
  }
}

/// Who sits on the panel, the pages of its papers, and issuing them.
struct PanelPreparingPage: HTML {
  let model: PanelModel

  private var reference: Reference { model.desk.review.reference }
  private var path: String { ReportsRoute.papers(reference).path }

  var body: some HTML {
    PageHead("Panel and papers", kicker: "Case review \(reference)") {
      if model.issue != nil, model.canPrint, model.desk.prepares {
        LinkButton("Save the papers as PDF", to: ReportsRoute.printPapers(reference).path)
      }
    }
    if model.desk.isBarred {
      Sheet { p { "You worked a case this is about, so somebody else prepares the papers." } }
    } else {
      seats
      pages
      issuing
      PanelSharesSheet(shares: model.shares, agencies: model.agencies, now: model.now)
    }
  }

  private var seats: some HTML {
    Sheet("Who sits on the panel", id: "seats") {
      DataTable(
        caption: "Seats", hidesCaption: true,
        columns: [.text("Who"), .text("Seat"), .text("Since"), .text("Change")],
        rows: model.desk.seats.map { seat in
          let name = model.names[seat.account] ?? "An account since removed"
          return [
            .text(name), .text(seat.part.title), .text(seat.since.words),
            .html {
              PostForm(to: path, csrf: model.csrf) {
                input(.type(.hidden), .name("act"), .value("unseat"))
                SubmitButton(
                  "Take the seat away", style: .small, name: "account",
                  value: seat.account.description)
              }
            },
          ]
        }, empty: "Nobody yet.")
      Disclosure("Give somebody a seat", isOpen: isRefused(["account", "part", "acts-for"])) {
        PostForm(to: path, csrf: model.csrf) {
          input(.type(.hidden), .name("act"), .value("seat"))
          SelectField(
            "account", label: "Who",
            choices: model.people,
            hint: "Who worked one of the cases is not listed.", empty: "Choose somebody",
            in: model.state)
          RadioField(
            "part", legend: "Which seat?",
            choices: PanelSeat.Part.allCases.map { Choice($0.rawValue, $0.title) }, in: model.state)
          CheckboxField(
            "acts-for",
            label: "Their body acts for one that section 115 of the Act of 1998 names",
            hint:
              "Only for a body that is no council, police, health body or landlord of social housing: the "
              + "papers are shared with it by that section, and the record of the share says so.",
            in: model.state)
          SubmitButton("Give the seat", style: .line)
        }
      }
    }
  }

  private var pages: some HTML {
    Sheet("The papers, page by page", id: "pages", mark: .river) {
      p {
        "Names of others in the cases, telephone numbers and email addresses are struck out unless you "
        "choose otherwise. Open a page to read it, to strike more, or to leave it out."
      }
      DataTable(
        caption: "Pages", hidesCaption: true,
        columns: [.text("Page"), .text("The panel reads"), .number("Struck out"), .text("State")],
        rows: model.pages.map { page in
          [
            .link(page.source.title, to: ReportsRoute.paper(reference, page.source.key).path),
            .text(page.treatment.short),
            .text(page.treatment == .left ? "" : NumberText.whole(page.page.struck)),
            .html {
              page.waits
                ? StateMark(.warn, "To be chosen")
                : StateMark(.good, page.isChosen ? "Chosen" : "By rule")
            },
          ]
        })
    }
  }

  private var issuing: some HTML {
    Sheet("Issue them", id: "issue") {
      if let issue = model.issue {
        p { "Issued last \(London.words(issue.at)). The panel reads them as they were then." }
      }
      PostForm(to: path, csrf: model.csrf) {
        input(.type(.hidden), .name("act"), .value("issue"))
        p(.class("small quiet")) {
          "Each other body that sits on the panel is a share of them, on record until they close."
        }
        SubmitButton(model.issue == nil ? "Issue the papers" : "Issue them anew", style: .line)
      }
    }
  }

  private func isRefused(_ fields: [String]) -> Bool {
    fields.contains { model.state.refusal?.message(for: $0) != nil }
  }
}

extension PanelChoice.Treatment {
  fileprivate var short: String {
    switch self {
    case .struck: "All but third parties"
    case .whole: "All of it"
    case .left: "Nothing of it"
    }
  }
}
