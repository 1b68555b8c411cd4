import Access
import HTTP
import Kernel
import Partnership

/// A new account, as an administrator types it.
struct AddAccountForm {
  let account: NewAccount

  init(_ fields: Fields, agencies: [Agency]) throws(Refusal) {
    var form = FormReader(fields)
    let name = form.text("name", or: "Enter the person's name", limit: 100)
    let email = EmailAddress(fields["email"] ?? "")
    if email == nil {
      form.refuse("email", "Enter an email address, such as name@council.example")
    }
    let organisation = form.organisation(of: agencies)
    let role = form.role()
    try form.finish()
    guard let email, let role, let organisation else { throw Refusal("name", "Fill in the form") }
    account = NewAccount(
      name: Sensitive(name), email: email, role: role, organisation: organisation)
  }
}

/// Another role or organisation for an account.
struct ChangeAccountForm {
  let role: Role
  let organisation: ID<Organisation>
  let version: Int

  init(_ fields: Fields, agencies: [Agency]) throws(Refusal) {
    var form = FormReader(fields)
    let organisation = form.organisation(of: agencies)
    let role = form.role()
    let version: Int? = form.value("version", or: "Open the page again and retry")
    try form.finish()
    guard let role, let organisation, let version else {
      throw Refusal("role", "Fill in the form")
    }
    self.role = role
    self.organisation = organisation
    self.version = version
  }
}

/// A new organisation.
struct OrganisationForm {
  let key: String
  let name: String
  let kind: AgencyKind

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    name = form.text("name", or: "Enter the organisation's name", limit: 100)
    key = form.text("key", or: "Enter a short word for it, such as police", limit: 30)
    let kind: AgencyKind? = form.choice("kind", or: "Choose what it is")
    let letters = key.utf8.allSatisfy { (97...122).contains($0) || $0 == UInt8(ascii: "-") }
    if !letters { form.refuse("key", "Use small letters and hyphens only, such as fire-service") }
    try form.finish()
    guard let kind else { throw Refusal("kind", "Choose what it is") }
    self.kind = kind
  }
}

extension FormReader {
  fileprivate mutating func role() -> Role? {
    let word = optionalText("role") ?? ""
    let role = Role.all.first { $0.rawValue == word }
    if role == nil { refuse("role", "Choose a role") }
    return role
  }

  fileprivate mutating func organisation(of agencies: [Agency]) -> ID<Organisation>? {
    let word = optionalText("organisation") ?? ""
    let agency = agencies.first { $0.id.description == word }
    if agency == nil { refuse("organisation", "Choose an organisation") }
    return agency?.id
  }
}
