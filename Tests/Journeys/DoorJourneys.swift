import Database
import TestKit
import Testing

/// What a stranger, and somebody without the right, can learn at the door.
@Suite("Doors", .database)
struct DoorJourneys {
  private static let staffPaths = [
    "/work", "/cases/TM-7K42-0931", "/reviews", "/orders", "/sharing", "/conferences", "/hotspots",
    "/tasking",
    "/incidents", "/incidents/import", "/indicators", "/indicators/1", "/indicators/dashboard.csv",
    "/plans", "/plans/thornmere-2025-29", "/admin", "/admin/audit", "/admin/accounts/1",
    "/admin/accounts/add", "/admin/nothing", "/account", "/account/password", "/work/nothing",
  ]

  @Test("of staff paths, real or not, send a stranger to sign in")
  func strangers() throws {
    let program = try Program.demonstration()
    try program.served("demo") { site in
      let visitor = site.visitor()
      for path in Self.staffPaths {
        let answer = try visitor.get(path)
        #expect(answer.status == 303, "\(path)")
        #expect(answer.headers["location"]?.hasPrefix("/sign-in?to=%2F") == true)
        #expect(try visitor.post(path, [("a", "b")], csrf: "x").status == 303, "\(path)")
        visitor.cookies["hamlet"] = "not-a-session"
        #expect(try visitor.get(path).status == 303, "\(path)")
      }
      #expect(try visitor.get("/nothing").status == 404)
      for path in ["/", "/sign-in", "/accessibility", "/privacy", "/healthz", "/readyz"] {
        #expect(try visitor.get(path).status == 200, "\(path)")
      }
    }
  }

  @Test("of the administrator answer others as if there were none")
  func rights() throws {
    let program = try Program.demonstration()
    try program.served("demo") { site in
      for role in ["officer", "partner", "councillor", "analyst"] {
        let visitor = try site.demonstrated(role)
        #expect(try visitor.get("/indicators").status == 200)
        let unknown = try visitor.get("/admin/nothing")
        #expect(unknown.status == 404)
        for path in ["/admin", "/admin/audit", "/admin/accounts/1", "/admin/accounts/add"] {
          let answer = try visitor.get(path)
          #expect(answer.status == 404, "\(role) \(path)")
          #expect(answer.title == unknown.title)
        }
        try visitor.get("/account")
        let answer = try visitor.post("/admin/accounts/2/state", [("state", "disabled")])
        #expect(answer.status == 404, "\(role)")
      }
      let auditor = try site.demonstrated("auditor")
      #expect(try auditor.get("/admin/audit").status == 200)
      #expect(try auditor.post("/admin/accounts/2/state", [("state", "disabled")]).status == 404)
    }
    #expect(try program.number("SELECT COUNT(*) FROM account WHERE state <> 'active'") == 0)
  }

  @Test("take no form that another site could have sent")
  func forged() throws {
    let program = try Program.demonstration()
    try program.served("demo") { site in
      let visitor = try site.demonstrated("administrator")
      let other = try site.demonstrated("officer")
      let stolen = try other.get("/account").hidden("csrf") ?? ""
      let page = try visitor.get("/account")
      #expect(page.hidden("csrf") != (try visitor.get("/account").hidden("csrf")), "not masked")
      for secret in ["", "x", stolen, String(repeating: "A", count: stolen.count)] {
        let answer = try visitor.post("/account/sign-out-everywhere", csrf: secret)
        #expect(answer.status == 403)
        #expect(answer.text.contains("Nothing was saved"))
        #expect(try visitor.post("/sign-out", csrf: secret).status == 403)
      }
      #expect(try visitor.get("/account").status == 200)
    }
  }

  @Test("know GET, HEAD and POST, and say so")
  func methods() throws {
    let program = try Program()
    try program.served { site in
      let visitor = site.visitor()
      for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
        let answer = try visitor.get("/sign-in", method: method)
        #expect(answer.status == 405, "\(method)")
        #expect(answer.headers["allow"] == "GET, HEAD, POST")
      }
      let head = try visitor.get("/sign-in", method: "HEAD")
      #expect(head.status == 200 && head.headers["content-length"] != "0")
    }
  }

  @Test("of the metrics open to this machine alone, whoever the proxy speaks for")
  func metrics() throws {
    var program = try Program()
    program.environment["HAMLET_TRUSTED_PROXIES"] = "127.0.0.1"
    try program.served { site in
      let visitor = site.visitor()
      try visitor.get("/metrics")
      #expect(visitor.last.status == 200)
      #expect(visitor.last.text.contains("hamlet_http_requests_total{class=\"2xx\"}"))
      visitor.fields = ["X-Forwarded-For: 203.0.113.9"]
      #expect(try visitor.get("/metrics").status == 404)
      visitor.fields = ["X-Forwarded-For: 127.0.0.1, 203.0.113.9"]
      #expect(try visitor.get("/metrics").status == 404)
    }
    program.environment["HAMLET_METRICS_READERS"] = "203.0.113.9"
    try program.served { site in
      let visitor = site.visitor()
      try visitor.get("/metrics")
      #expect(visitor.last.status == 404)
      visitor.fields = ["X-Forwarded-For: 203.0.113.9"]
      #expect(try visitor.get("/metrics").status == 200)
    }
  }
}
