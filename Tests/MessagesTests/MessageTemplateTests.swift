import Kernel
import Messages
import Testing

@Suite("A wording")
struct MessageTemplateTests {
  private func template(subject: String = "About ((reference))", body: String) -> MessageTemplate {
    MessageTemplate(key: "test", version: 1, title: "Test", subject: subject, body: body)
  }

  @Test(
    "is filled field by field",
    arguments: [
      ("Dear ((name)).", "Dear Ann."), ("((name))((name))", "AnnAnn"), ("((open", "((open"),
      ("(( name ))", "(( name ))"), ("(((name)))", "(Ann)"), ("()", "()"), ("", ""),
      ("a ((n) b", "a ((n) b"),
    ])
  func filled(body: String, words: String) throws {
    let filled = try template(body: body).filled([
      "name": .personal(Sensitive("Ann")), "reference": .open("TM-1"), "spare": .open("x"),
    ])
    #expect(filled.subject == "About TM-1")
    #expect(filled.body == Sensitive(words))
  }

  @Test("names its fields once each, in order")
  func fields() {
    #expect(template(body: "((b)) ((a)) ((b))").fields == ["reference", "b", "a"])
  }

  @Test("is refused where a field has no value, or the subject is about a person")
  func refused() {
    #expect(throws: TemplateProblem.missing(field: "name", template: "test")) {
      try template(body: "((name))").filled(["reference": .open("")])
    }
    #expect(throws: TemplateProblem.personalSubject(field: "reference", template: "test")) {
      try template(body: "").filled(["reference": .personal(Sensitive("Ann"))])
    }
  }

  @Test("never fills what was filled in")
  func once() throws {
    let filled = try template(body: "((name))").filled([
      "name": .open("((reference))"), "reference": .open("TM-1"),
    ])
    #expect(filled.body == Sensitive("((reference))"))
  }
}
