internal import Database
internal import HTTP
internal import Kernel
internal import Partnership
internal import Secrets

/// What a case and its people are known and found by.
extension CaseActs {
  func tags(in write: Write) throws {
    let index = SearchIndex(keyring: visit.services.keyring)
    let now = try CaseTags.of(file.id, write).joined(separator: ", ")
    if let before = visit.request.form["tags-were"], before != now {
      throw Refusal(
        "tags",
        "Somebody else changed the tags meanwhile: they are now “\(now)”. Yours are below. Look at both "
          + "and save again")
    }
    try CaseTags.keep(try CaseTags.read(visit.request.form), of: file.id, index, in: write)
  }

  func names(in write: Write) throws {
    let parts = CasePartStore(keyring: visit.services.keyring)
    let people = try parts.people(of: file.id, as: CasePart.allCases, write)
    let form = try NamesForm(visit.request.form, people)
    var content = form.person.content.reveal(for: "changing a name")
    if !form.name.isEmpty {
      let (now, old) = form.naming == .now ? (form.name, content.name) : (content.name, form.name)
      content.name = now
      content.otherNames = [content.otherNames, old].compactMap(\.self).joined(separator: ", ")
    }
    if let born = form.born { content.born = born.description }
    try parts.change(form.person.id, content, in: write)
  }
}

/// A further name or date of birth of somebody in the case.
private struct NamesForm {
  let person: CasePerson
  let name: String
  let naming: PersonNaming
  let born: Day?

  init(_ fields: Fields, _ people: [CasePerson]) throws(Refusal) {
    var form = FormReader(fields)
    let person = people.first { $0.id.description == fields["named"] }
    if person == nil { form.refuse("named", "Choose whose name or date of birth it is") }
    name = form.optionalText("new-name", limit: 120) ?? ""
    born = BirthDate.read(fields, &form, name: "new-born")
    let naming: PersonNaming? = form.choice("name-is", or: "Choose what this name is")
    if name.isEmpty, born == nil, form.refused.isEmpty {
      form.refuse("new-name", "Enter a name or a date of birth")
    }
    try form.finish()
    guard let person, let naming else { throw Refusal("named", "Fill in the form again") }
    self.person = person
    self.naming = naming
  }
}

extension CasePartStore {
  /// Keeps what is known of somebody in place of what was, and finds them by it.
  func change(
    _ id: ID<CasePerson>, _ content: CasePerson.Content, in write: Write
  ) throws {
    let sealed = keyring.seal(
      try ReportSealing.text(content), table: "case_person", row: id, column: "content")
    try write.run("UPDATE case_person SET content = \(sealed) WHERE id = \(id)")
    try SearchIndex(keyring: keyring).keep(id, content, in: write)
  }
}
