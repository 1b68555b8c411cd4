internal import Design
internal import Kernel
internal import Markup
internal import Names

/// What a search found, for its page.
struct SearchFound {
  /// What was looked for; `nil` where it was a reference of other systems.
  let query: SearchQuery?
  let result: SearchResult
  /// The cases and reports with a visiting risk.
  let marked: Set<Reference>
}

/// One box for whatever somebody has in hand, and what was found.
struct SearchPage: HTML {
  let state: FormState
  let csrf: String
  let found: SearchFound?

  var body: some HTML {
    Handling(note: "Each search is recorded with your name.")
    PageHead("Search")
    Sheet("What you have", id: "look") {
      PostForm(to: SearchRoute.search.path, csrf: csrf) {
        TextField(
          "sought", label: "What are you looking for?",
          hint:
            "A reference, a person’s name in any spelling, a place, or words of a title or tag.",
          in: state, type: .search, autocomplete: "off")
        DateField("born", legend: "Date of birth, if you have it", in: state)
        SubmitButton("Search")
      }
    }
    if let found, let query = found.query {
      Sheet("People", id: "people") { FoundPeopleTable(query: query, found: found) }
      if query.born == nil {
        Sheet("Cases and reports", id: "records") { FoundRecordsTable(found: found) }
      }
    } else if let found {
      Sheet("Cases", id: "records") { FoundOldTable(found: found) }
    }
  }
}

private struct FoundPeopleTable: HTML {
  let query: SearchQuery
  let found: SearchFound

  private var result: SearchResult { found.result }

  var body: some HTML {
    let full = result.people.filter { $0.isFull(query) }
    let partly = result.people.filter { !$0.isFull(query) }
    p(.role("status"), .class("quiet")) { words(full.count) }
    if !full.isEmpty { table("People whose name fits", full) }
    if !partly.isEmpty {
      h3 { "Some of it fits" }
      table("People some of whose name fits", partly)
    }
  }

  private func words(_ count: Int) -> String {
    let more = result.hasMorePeople ? " There are more: add a name or a date of birth." : ""
    return switch count {
    case 0: "Nobody fits all of it. Try fewer words, the family name alone, or an earlier name."
    case 1: "One person fits." + more
    default: "\(count) fit." + more
    }
  }

  private func table(_ caption: String, _ people: [FoundPerson]) -> some HTML {
    DataTable(
      caption: caption, hidesCaption: true,
      columns: [.text("Name"), .text("Born"), .text("Part"), .text("Where"), .text("How it fits")],
      rows: people.map(row))
  }

  private func row(_ person: FoundPerson) -> DataTable.Row {
    let born = person.born.reveal(for: "page of a search")
    let others = person.otherNames.reveal(for: "page of a search")
    return [
      .html {
        person.name.reveal(for: "page of a search")
        if !others.isEmpty {
          br()
          span(.class("small quiet")) { "Also \(others)" }
        }
      },
      .text(born?.words ?? "Not known"), .text(person.part),
      .html { PlaceLink(place: person.place, in: found) }, .text(fit(person)),
    ]
  }

  private func fit(_ person: FoundPerson) -> String {
    let name: String? = person.score.map { score in
      guard score.isFull else { return "\(score.met) of \(score.sought) words" }
      return switch score.weakest {
      case .same: "Same name"
      case .variant: "Another spelling or short form"
      case .sound: "Sounds alike"
      case .initial: "First letter"
      }
    }
    let day = person.isBornThen ? "date of birth" : nil
    let words = [name, day].compactMap(\.self).joined(separator: ", ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

/// Cases of several systems that had one reference.
private struct FoundOldTable: HTML {
  let found: SearchFound

  var body: some HTML {
    p(.role("status"), .class("quiet")) {
      "\(found.result.old.count) cases had this reference, each in another system."
    }
    DataTable(
      caption: "Cases that had this reference", hidesCaption: true,
      columns: [.text("What"), .text("State")],
      rows: found.result.old.map { place in
        [.html { PlaceLink(place: place, in: found) }, .text(place.state)]
      })
  }
}

private struct FoundRecordsTable: HTML {
  let found: SearchFound

  private var result: SearchResult { found.result }

  var body: some HTML {
    p(.role("status"), .class("quiet")) {
      switch result.records.count {
      case 0: "No case or report has these words in its title, place, kind or tags."
      case 1: "One has these words."
      default: "\(result.records.count) have these words, the latest first."
      }
      if result.hasMoreRecords { " There are more: add a word." }
    }
    if !result.records.isEmpty {
      DataTable(
        caption: "Cases and reports", hidesCaption: true,
        columns: [.text("What"), .text("Received"), .text("State")],
        rows: result.records.map { record in
          [
            .html { PlaceLink(place: record.place, in: found) },
            .text(London.day(record.receivedAt).words), .text(record.place.state),
          ]
        })
    }
  }
}

/// A case or report with its reference and place.
private struct PlaceLink: HTML {
  private let place: FoundPlace
  private let isMarked: Bool

  init(place: FoundPlace, in found: SearchFound) {
    self.place = place
    isMarked = found.marked.contains(place.reference)
  }

  var body: some HTML {
    VisitingRiskTag(isMarked)
    a(.href(place.path)) { place.title }
    br()
    span(.class("small quiet")) {
      [
        place.isCase ? "Case \(place.reference)" : "Report \(place.reference)", place.placeName,
      ].compactMap(\.self).joined(separator: ", ")
    }
  }
}
