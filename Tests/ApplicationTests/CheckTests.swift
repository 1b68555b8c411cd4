import Glibc
import Kernel
import Partnership
import TestKit
import Testing

@testable import Application

@Suite("Checking a machine")
struct CheckTests {
  private static let mounts = """
    22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
    30 22 0:26 / /srv/share rw - nfs4 server:/share rw
    31 22 0:27 / /srv/with\\040space rw,noatime master:1 - cifs //server/x rw
    32 30 0:28 / /srv/share/local rw - xfs /dev/sdb1 rw
    """

  @Test(
    "finds the file system a folder lies on",
    arguments: [
      ("/", "ext4"), ("/home/hamlet", "ext4"), ("/srv/share", "nfs4"), ("/srv/share/db", "nfs4"),
      ("/srv/shared", "ext4"), ("/srv/with space/db", "cifs"), ("/srv/share/local/db", "xfs"),
    ])
  func mount(path: String, type: String) {
    #expect(MountTable(CheckTests.mounts).type(of: path) == type)
  }

  @Test(
    "refuses SQLite on a network file system only",
    arguments: [
      ("ext4", Finding.Level.good), ("xfs", .good), ("tmpfs", .good), ("nfs", .fault),
      ("nfs4", .fault),
      ("cifs", .fault), ("smb3", .fault), ("9p", .fault), ("fuse.sshfs", .fault), ("ceph", .fault),
    ])
  func fileSystem(type: String, level: Finding.Level) {
    #expect(PlaceChecks.fileSystem(type: type).level == level)
  }

  @Test(
    "lets clocks differ by five seconds",
    arguments: [
      (0.0, Finding.Level.good), (5.0, .good), (5.001, .fault), (3600.0, .fault),
    ])
  func clock(apart: Double, level: Finding.Level) {
    #expect(DatabaseChecks.time(secondsApart: apart).level == level)
  }

  @Test(
    "refuses to be reached from outside without a proxy",
    arguments: [
      ("127.0.0.1:8080", [], Finding.Level.good), ("[::1]:8080", [], .good),
      ("localhost:1", [], .good),
      ("0.0.0.0:8080", [], .fault), ("10.0.0.5:80", [], .fault), ("[::]:80", [], .fault),
      ("0.0.0.0:8080", ["10.0.0.1"], .good),
    ])
  func listening(text: String, proxies: [String], level: Finding.Level) throws {
    var settings = Settings()
    settings.trustedProxies = proxies
    #expect(NetworkChecks.listening(try ListenAddress(text), settings).level == level)
  }

  @Test(
    "wants https away from this machine",
    arguments: [
      ("https://safety.example.org", Finding.Level.good), ("http://127.0.0.1:8080", .good),
      ("http://localhost", .good), ("http://[::1]:8080", .good), ("http://localhost/x", .good),
      ("http://safety.example.org", .fault), ("http://localhost.evil.example", .fault),
      ("http://127.0.0.10", .fault),
    ])
  func address(url: String, level: Finding.Level) {
    var settings = Settings()
    settings.publicURL = url
    settings.trustedProxies = ["127.0.0.1"]
    #expect(NetworkChecks.publicURL(settings).level == level)
  }

  @Test("wants the proxy named where people come by https")
  func namedProxy() {
    var settings = Settings()
    settings.publicURL = "https://safety.example.org"
    #expect(NetworkChecks.publicURL(settings).level == .fault)
  }

  @Test(
    "wants proxies and readers of the metrics by address",
    arguments: [
      ("10.0.0.0/8", "", Finding.Level.good), ("::1", "10.0.0.1", .good), ("proxy", "", .fault),
      ("10.0.0.0/33", "", .fault), ("", "10.0.0.0/8", .fault), ("", "localhost", .fault),
    ])
  func addresses(proxy: String, reader: String, level: Finding.Level) {
    var settings = Settings()
    settings.trustedProxies = [proxy].filter { !$0.isEmpty }
    settings.metricsReaders = [reader].filter { !$0.isEmpty }
    #expect(NetworkChecks.addresses(settings).level == level)
  }

  @Test("leaves no folder and no database behind")
  func traces() throws {
    let folder = try TemporaryFolder()
    let environment = Environment.read(database: "sqlite:\(folder.path)/none.sqlite") { name in
      name == "HAMLET_UPLOADS" ? "\(folder.path)/uploads" : nil
    }
    #expect(PlaceChecks.uploads(environment.settings.uploads).level == .good)
    let found = DatabaseChecks.all(environment, clock: .system)
    #expect(found.map(\.level) == [.fault])
    #expect(access("\(folder.path)/uploads", F_OK) != 0)
    #expect(access("\(folder.path)/none.sqlite", F_OK) != 0)
  }

  @Test("says that the folder of the database is not there")
  func noFolder() {
    #expect(PlaceChecks.fileSystem("/no/such/folder/hamlet.sqlite").level == .fault)
  }

  @Test("refuses a key beside the database")
  func key() {
    #expect(PlaceChecks.key("/tmp/./hamlet.key", database: "/tmp/hamlet.sqlite").level == .fault)
  }
}

@Suite("The address to listen on")
struct ListenAddressTests {
  @Test(
    "is read",
    arguments: [
      (nil, "127.0.0.1", 8080), ("0.0.0.0:80", "0.0.0.0", 80), ("[::1]:8081", "::1", 8081),
      ("localhost:0", "localhost", 0),
    ])
  func read(text: String?, host: String, port: UInt16) throws {
    let address = try ListenAddress(text)
    #expect(address.host == host)
    #expect(address.port == port)
  }

  @Test(
    "is refused with words that say how to write it",
    arguments: ["8080", "host:", "host:65536", "host:80", "::1:80"])
  func refused(text: String) {
    #expect(throws: (any Error).self) { try ListenAddress(text) }
  }
}

@Suite("The environment")
struct EnvironmentTests {
  @Test("has defaults: a SQLite file here, uploads beside it, the key at home")
  func defaults() {
    let environment = Environment.read { $0 == "HOME" ? "/home/a" : nil }
    #expect(environment.database == "sqlite:hamlet.sqlite")
    #expect(environment.sqlitePath == "hamlet.sqlite")
    #expect(environment.keyFile == "/home/a/.hamlet/hamlet.key")
    #expect(environment.settings.uploads == "hamlet-uploads")
    #expect(environment.settings.requiresSecondFactor == false)
  }

  @Test("puts uploads beside the database, and takes lists with commas")
  func given() {
    let variables = [
      "HAMLET_DATABASE": "sqlite:/srv/hamlet/db.sqlite", "HAMLET_TRUSTED_PROXIES": "10.0.0.1, ::1",
      "HAMLET_SECOND_FACTOR": "required",
    ]
    let environment = Environment.read { variables[$0] }
    #expect(environment.settings.uploads == "/srv/hamlet/hamlet-uploads")
    #expect(environment.settings.trustedProxies == ["10.0.0.1", "::1"])
    #expect(environment.settings.requiresSecondFactor)
  }

  @Test("lets a database given on the command line go before the variable")
  func database() {
    let environment = Environment.read(database: "sqlite:/srv/a/db.sqlite") {
      $0 == "HAMLET_DATABASE" ? "sqlite:/srv/b/db.sqlite" : nil
    }
    #expect(environment.sqlitePath == "/srv/a/db.sqlite")
    #expect(environment.settings.uploads == "/srv/a/hamlet-uploads")
  }

  @Test(
    "says what a database is not for yet, on every page and when it is checked",
    arguments: [
      (isDemonstration: false, isRequired: false, isWarned: true), (false, true, false),
      (true, false, false), (true, true, false),
    ])
  func personalData(isDemonstration: Bool, isRequired: Bool, isWarned: Bool) throws {
    var settings = Settings()
    settings.requiresSecondFactor = isRequired
    let facts = SiteFacts(partnership: "Thornmere", isDemonstration: isDemonstration)
    #expect((facts.warning(settings) == SiteFacts.warning) == isWarned)
    let finding = DatabaseChecks.personalData(isDemonstration: isDemonstration, settings)
    #expect((finding.level == .warning) == isWarned)
    #expect(finding.words.contains("Not yet for real personal data") == isWarned)
  }

  @Test(
    "asks for a second factor where the word for it is not understood",
    arguments: [
      (nil, false, Finding.Level.good), ("optional", false, .good), ("required", true, .good),
      ("Required", true, .fault), ("yes", true, .fault),
    ])
  func secondFactor(word: String?, isRequired: Bool, level: Finding.Level) {
    let environment = Environment.read { $0 == "HAMLET_SECOND_FACTOR" ? word : nil }
    #expect(environment.settings.requiresSecondFactor == isRequired)
    #expect(NetworkChecks.secondFactor(environment).level == level)
  }

  @Test(
    "takes pictures of maps from an https address alone, and says what is wrong with another",
    arguments: [
      (nil, nil, Finding.Level.good),
      ("https://tiles.example.org/{z}/{x}/{y}.png", "https://tiles.example.org", .good),
      ("http://tiles.example.org/{z}/{x}/{y}.png", nil, .fault),
      ("https://tiles.example.org/{z}/{x}.png", nil, .fault),
      ("https://{s}.example.org/{z}/{x}/{y}.png", nil, .fault),
      ("https://a.example; script-src *//{z}/{x}/{y}", nil, .fault), ("yes", nil, .fault),
    ] as [(String?, String?, Finding.Level)])
  func tiles(template: String?, origin: String?, level: Finding.Level) {
    let environment = Environment.read { $0 == "HAMLET_MAP_TILES" ? template : nil }
    #expect(environment.settings.tiles?.origin == origin)
    #expect(NetworkChecks.tiles(environment).level == level)
  }
}
