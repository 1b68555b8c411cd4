internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Who in cases and reports may be whom a request is about: somebody says which are.
struct AccessPeoplePage: HTML {
  let request: AccessRequest
  let found: [FoundPerson]
  let others: [(other: AccessOther, found: PersonalData.Found)]
  let chosen: Set<String>
  let csrf: String
  let state: FormState

  var body: some HTML {
    Handling(note: "That you looked for them is recorded with your name.")
    PageHead("Whom it is about", kicker: "Data request \(request.reference)")
    Sheet {
      p {
        "Found by the names of the request: \(content.name)"
        if !content.otherNames.isEmpty { ", \(content.otherNames)" }
        if let born = Day(content.born) { ", born \(born.words)" }
        ". Choose a record only if you are sure that it is about them: open it and compare."
      }
      if isEmpty {
        p { "Nobody of that name is in a case, a report, an order or an account." }
      }
      PostForm(to: AccessRoute.people(request.reference).path, csrf: csrf) {
        if !isEmpty {
          CheckboxField("record", legend: "Which are theirs?", choices: choices, in: ticked)
        }
        SubmitButton(isEmpty ? "Go on with nothing" : "These are theirs")
      }
    }
    if !isEmpty {
      Sheet("Open them to compare") {
        ul {
          for one in found {
            li { a(.href(one.place.path)) { "\(one.place.reference), \(one.part)" } }
          }
          for one in others {
            if let path = one.found.path { li { a(.href(path)) { one.found.title } } }
          }
        }
      }
    }
  }

  private var isEmpty: Bool { found.isEmpty && others.isEmpty }

  private var content: AccessRequest.Content {
    request.content.reveal(for: "choosing whom a request is about")
  }

  private var choices: [Choice] {
    people
      + others.map { one in
        let name = one.found.name.reveal(for: "choosing whom a request is about")
        let born = one.found.born.reveal(for: "choosing whom a request is about")
        return Choice(
          one.other.code,
          [name, born.map { "born \($0.words)" }].compactMap(\.self).joined(separator: "; "),
          hint: one.found.title)
      }
  }

  private var people: [Choice] {
    found.map { one in
      let names = [one.name, one.otherNames].map {
        $0.reveal(for: "choosing whom a request is about")
      }
      let born = one.born.reveal(for: "choosing whom a request is about")
      let parts =
        [names.filter { !$0.isEmpty }.joined(separator: ", "), one.part]
        + [born.map { "born \($0.words)" }].compactMap(\.self)
      return Choice(
        AccessRecord(kind: one.kind, record: one.record).code, parts.joined(separator: "; "),
        hint: "\(one.place.isCase ? "Case" : "Report") \(one.place.reference), \(one.place.title)")
    }
  }

  private var ticked: FormState {
    FormState(
      values: Fields(chosen.sorted().map { ("record", $0) }),
      refusal: state.refusal)
  }
}
