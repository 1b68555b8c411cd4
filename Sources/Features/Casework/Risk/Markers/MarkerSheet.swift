internal import Access
internal import Design
internal import Kernel
internal import Markup

/// The markers a page shows, and whom and what they are about in words.
struct MarkerModel {
  let markers: [VisitMarker]
  /// The people of the case by id; empty on pages of reports.
  let people: [ID<CasePerson>: String]
  let names: [ID<Account>: String]
  let places: [CasePlace]
  let file: ID<CaseFile>?
  let today: Day

  /// Those that hold, to be shown before any address.
  var holding: [VisitMarker] { markers.filter { $0.holds(on: today) } }

  func about(_ marker: VisitMarker) -> String {
    marker.person.flatMap { people[$0] } ?? marker.placeName
      ?? "Somebody of case \(marker.reference)"
  }

  func author(_ marker: VisitMarker) -> String {
    marker.account.flatMap { names[$0] } ?? "the program"
  }
}

/// What to mind on a visit, in front of any address.
struct MarkerNotices: HTML {
  let model: MarkerModel

  var body: some HTML {
    for marker in model.holding {
      let content = marker.content.reveal(for: "warning before a visit")
      Notice(.bad) {
        p {
          strong { "Visiting risk, \(model.about(marker)): " }
          content.warning
        }
        p(.class("small")) {
          "\(content.firstEvidence). By "
          "\(model.author(marker)), \(London.day(marker.addedAt).words). "
          if marker.file != model.file {
            "From case "
            a(.href(WorkRoute.file(marker.reference).path)) { marker.reference.description }
            ". "
          }
          if marker.standing(on: model.today) == .isDue {
            "To be reviewed since \(marker.reviewOn.words); it lapses after \(marker.lapsesOn.words)."
          } else {
            "To be reviewed on \(marker.reviewOn.words)."
          }
        }
      }
    }
  }
}

/// The word that stands before the place of a line in a list where a marker holds.
struct VisitingRiskTag: HTML {
  private let isMarked: Bool

  init(_ isMarked: Bool) {
    self.isMarked = isMarked
  }

  var body: some HTML {
    if isMarked {
      Tag("Visiting risk", .bad)
      br()
    }
  }
}

/// Writing a marker, looking at one again, and those that hold no more.
struct MarkerSheet: HTML {
  let model: CaseModel

  private var markers: MarkerModel { model.markers }

  var body: some HTML {
    Sheet("Visiting risk", id: "visiting") {
      DataTable(
        caption: "Markers", hidesCaption: true,
        columns: [
          .text("About"), .text("What to mind"), .text("Evidence"), .text("State"),
        ], rows: markers.markers.map(row), empty: "There are no markers.")
      if model.file.state != .closed {
        add
        if markers.markers.contains(where: { $0.endedAt == nil }) { review }
      }
    }
  }

  private func row(_ marker: VisitMarker) -> DataTable.Row {
    let content = marker.content.reveal(for: "page of the case")
    let standing = marker.standing(on: markers.today)
    return [
      .text(markers.about(marker)), .text(content.warning),
      .html {
        for line in content.evidence.split(separator: "\n") {
          String(line)
          br()
        }
        span(.class("small quiet")) {
          "\(markers.author(marker)), \(London.day(marker.addedAt).words)"
        }
      },
      .html {
        StateMark(standing.mark, standing.title)
        br()
        span(.class("small quiet")) { days(marker, standing, content) }
      },
    ]
  }

  private func days(
    _ marker: VisitMarker, _ standing: VisitMarker.Standing, _ content: VisitMarker.Content
  ) -> String {
    switch standing {
    case .holds: "Review on \(marker.reviewOn.words)"
    case .isDue: "Lapses after \(marker.lapsesOn.words)"
    case .lapsed: "Since \(marker.lapsesOn.adding(days: 1).words): nobody reviewed it"
    case .takenOff:
      "\(marker.endedAt.map { London.day($0).words } ?? ""): \(content.ended)"
    }
  }

  private var add: some HTML {
    let state = model.state(of: .marker)
    return Disclosure("Add a marker", isOpen: model.isOpen(.marker)) {
      CaseForm(model, .marker) {
        SelectField(
          "marker-about", label: "What it is about",
          choices: markers.places.map { Choice("place/\($0.key)", $0.name) }
            + markers.people.sorted { $0.key < $1.key }.map { Choice("person/\($0.key)", $0.value) },
          hint: "Every case and report of a place shows its markers.",
          empty: "Choose a place or person", in: state)
        TextField(
          "warning", label: "What to mind", hint: "Such as “Do not visit alone”.", in: state)
        TextArea(
          "marker-evidence", label: "What it rests on", hint: "Who saw what, and when.", in: state,
          rows: 3)
        DateField(
          "marker-review", legend: "Review day",
          hint: "Within six months. It lapses four weeks later if nobody looks at it.", in: state)
        SubmitButton("Add the marker", style: .line)
      }
    }
  }

  private var review: some HTML {
    let state = model.state(of: .markerReview)
    return Disclosure("Review a marker, or take it off", isOpen: model.isOpen(.markerReview)) {
      CaseForm(model, .markerReview) {
        SelectField(
          "marker", label: "Which marker",
          choices: markers.markers.filter { $0.endedAt == nil }.map { marker in
            let warning = marker.content.reveal(for: "choice of a marker").warning
            return Choice(marker.id.description, "\(markers.about(marker)): \(warning)")
          }, empty: "Choose a marker", in: state)
        RadioField(
          "finding", legend: "What did you find?",
          choices: [Choice("holds", "It still holds"), Choice("ends", "It is taken off")], in: state
        )
        TextField("finding-reason", label: "Why, and what it rests on", in: state)
        DateField(
          "again", legend: "Next review day", hint: "Where it still holds.", in: state)
        SubmitButton("Save the review", style: .line)
      }
    }
  }
}

extension VisitMarker.Standing {
  var mark: MarkState {
    switch self {
    case .holds: .bad
    case .isDue: .warn
    case .lapsed, .takenOff: .none
    }
  }
}
