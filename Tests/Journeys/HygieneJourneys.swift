import Database
import TestKit
import Testing

@Suite("Every answer", .database)
struct HygieneJourneys {
  private static let required = [
    "content-security-policy", "x-content-type-options", "referrer-policy",
    "cross-origin-opener-policy", "cross-origin-resource-policy", "permissions-policy",
  ]

  @Test("carries the security headers, whatever its kind")
  func headers() throws {
    let program = try Program.demonstration()
    try program.served("demo") { site in
      let stranger = site.visitor()
      let officer = try site.demonstrated("officer")
      try stranger.get("/")
      let sheet = stranger.last.text.split(separator: "href=\"/assets/").dropFirst().first
      let asset = "/assets/" + (sheet?.prefix { $0 != "\"" } ?? "")
      let kinds: [(String, Int, () throws -> RawClient.Answer)] = [
        ("page", 200, { try stranger.get("/") }), ("asset", 200, { try stranger.get(asset) }),
        ("head", 200, { try stranger.get("/", method: "HEAD") }),
        ("redirect", 303, { try stranger.get("/work") }),
        ("unknown", 404, { try stranger.get("/nothing") }),
        ("without the right", 404, { try officer.get("/admin") }),
        ("no such period", 404, { try officer.get("/indicators?period=2026-13") }),
        ("forged", 403, { try officer.post("/sign-out", csrf: "x") }),
        ("wrong method", 405, { try stranger.get("/", method: "PUT") }),
        ("bad escape", 400, { try stranger.get("/%zz") }),
        (
          "long field", 431,
          {
            stranger.fields = ["X-Long: " + String(repeating: "x", count: 20_000)]
            defer { stranger.fields = [] }
            return try stranger.get("/")
          }
        ),
        (
          "large form", 413,
          {
            try stranger.post("/sign-in", [("email", String(repeating: "x", count: 2 << 20))])
          }
        ),
        ("refused form", 422, { try stranger.signIn("nobody@thornmere.example", "x") }),
        ("health", 200, { try stranger.get("/healthz") }),
        ("metrics", 200, { try stranger.get("/metrics") }),
        ("download", 200, { try officer.get("/indicators/dashboard.csv") }),
      ]
      for (kind, status, ask) in kinds {
        let answer = try ask()
        #expect(answer.status == status, "\(kind)")
        for name in Self.required { #expect(answer.headers[name] != nil, "\(kind): \(name)") }
        #expect(answer.headers["server"] == nil, "\(kind)")
        #expect(answer.headers["content-security-policy"]?.contains("unsafe") == false)
        #expect(!answer.text.contains("style=\"") && !answer.text.contains("onclick="), "\(kind)")
      }
    }
  }

  @Test(
    "leaves no personal data in the log, in messages, in errors or in titles",
    arguments: Engine.tested)
  func privacy(engine: Engine) throws {
    let program = try Program(engine)
    let people = [Program.Person.analyst, .administrator]
    let links = try people.map(program.add)
    let log = try program.served { site in
      var titles: [String] = []
      for (person, link) in zip(people, links) {
        let visitor = site.visitor()
        try visitor.choosePassword(Program.password, by: link)
        for path in ["/account", "/admin", "/admin/accounts/1", "/admin/accounts/2", "/nothing"] {
          let answer = try visitor.get(path)
          if person.role == "administrator", path.hasPrefix("/admin") {
            #expect(answer.status == 200, "\(path)")
          }
          titles.append(answer.title)
        }
        try visitor.get("/\(person.email)?name=\(person.email)")
        titles.append(visitor.last.title)
        try visitor.post("/sign-out", csrf: person.email)
        titles.append(visitor.last.title)
        // A session is not to be read from the log either.
        titles.append(contentsOf: visitor.cookies.values.filter { site.log.contains($0) })
      }
      try site.visitor().signIn(people[0].email, "a wrong secret typed")
      #expect(!titles.contains { title in people.contains { holds(title, $0) } }, "\(titles)")
      #expect(eventually { site.log.split(separator: "\n").count > 20 })
      return site.log
    }
    for person in people { #expect(!holds(log, person), "\(log)") }
    for word: String in [
      "secret typed", "river anchor", String(links[0].suffix(43)), "127.0.0.1\"",
    ] {
      #expect(!log.contains(word), "\(word)")
    }
    let ended = try program.run(
      "account", "add", people[0].name, "--email", people[0].email, "--agency", "council",
      "--role", "analyst")
    #expect(ended.status == 1 && !holds(ended.messages, people[0]), "\(ended)")
  }

  @Test("stays whole for somebody who asks for many things over one connection")
  func keepAlive() throws {
    let program = try Program()
    try program.served { site in
      let client = RawClient(port: site.port)
      for _ in 0..<50 { client.get("/healthz") }
      for _ in 0..<50 { #expect(client.answer()?.text == "ok\n") }
    }
  }

  private func holds(_ text: String, _ person: Program.Person) -> Bool {
    let words = person.name.split(separator: " ").map(String.init) + [person.email]
    return words.contains { text.lowercased().contains($0.lowercased()) }
  }
}
