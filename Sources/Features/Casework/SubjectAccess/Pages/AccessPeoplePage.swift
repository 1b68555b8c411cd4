internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// Who in cases and reports may be whom a request is about: somebody says which are.
struct AccessPeoplePage: HTML {
  let request: AccessRequest
  let found: [FoundPerson]
  let chosen: Set<AccessRecord>
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
      if found.isEmpty {
        p { "Nobody of that name is in a case or report." }
      }
      PostForm(to: AccessRoute.people(request.reference).path, csrf: csrf) {
        if !found.isEmpty {
          CheckboxField("record", legend: "Which are theirs?", choices: choices, in: ticked)
        }
        SubmitButton(found.isEmpty ? "Go on with nothing" : "These are theirs")
      }
    }
    if !found.isEmpty {
      Sheet("Open them to compare") {
        ul {
          for one in found {
            li { a(.href(one.place.path)) { "\(one.place.reference), \(one.part)" } }
          }
        }
      }
    }
  }

  private var content: AccessRequest.Content {
    request.content.reveal(for: "choosing whom a request is about")
  }

  private var choices: [Choice] {
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
      values: Fields(chosen.sorted { $0.code < $1.code }.map { ("record", $0.code) }),
      refusal: state.refusal)
  }
}
