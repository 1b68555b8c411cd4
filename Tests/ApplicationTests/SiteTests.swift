import Commands
import HTTP
import Jobs
import Partnership
import Testing

@testable import Application

@Suite("The site")
struct SiteTests {
  @Test(
    "leaves to the slow workers what is slow",
    arguments: [
      (Method.get, ["performance", "plan", "issue"], false),
      (.get, ["performance", "plan", "issue", "print"], true),
      (.get, ["indicators", "dashboard.xlsx"], true), (.get, ["sign-in"], false),
      (.post, ["sign-in"], true), (.post, ["sign-in", "password"], true),
      (.post, ["account", "password"], true), (.post, ["indicators", "figures"], false),
    ])
  func slow(method: HTTP.Method, path: [String], isSlow: Bool) {
    #expect(SlowWork.isSlow(Request(method, path: path)) == isSlow)
  }

  @Test("leaves the reading of an upload to the slow workers")
  func upload() {
    let file = UploadedFile(field: "file", name: "a.xlsx", path: "/tmp/a", size: 1)
    let request = Request(.post, path: ["indicators", "returns"], files: [file])
    #expect(SlowWork.isSlow(request))
  }

  @Test("tells a fault of ours from one of a file")
  func faults() {
    #expect(!Fault.isOurs(InputRefused(file: "a.csv", reason: "it is empty")))
    #expect(Fault.isOurs(JobStopped()))
    #expect(Fault.isOurs(HouseProblem.olderSchema))
  }
}
