import Foundation

/// A stand-in for `secret-tool`: a script that keeps what it is given in files, and waits, hangs or fails on demand.
public final class SecretToolStandIn: Sendable {
  private let folder: TemporaryFolder

  /// The `PATH` on which it goes before any real one.
  public var searchPath: String { "\(folder.path):/usr/bin:/bin" }

  /// Makes one that works.
  public init() throws {
    folder = try TemporaryFolder()
    let script = """
      #!/bin/sh
      here='\(folder.path)'
      printf '%s\\n' "$*" >>"$here/arguments"
      env >>"$here/environment"
      [ -p "$here/held" ] && read -r _ <"$here/held"
      [ -e "$here/silent" ] && { sleep 1000; exit 1; }
      [ -e "$here/broken" ] && { echo 'Cannot autolaunch D-Bus without X11 $DISPLAY' >&2; exit 1; }
      verb=$1
      shift
      [ "$verb" = store ] && shift
      item="$here/item-$(printf '%s' "$*" | tr -c 'a-zA-Z0-9' _)"
      case $verb in
        store) cat >"$item" ;;
        lookup) [ -e "$item" ] && cat "$item" ;;
        clear) [ -e "$item" ] && rm "$item" ;;
        *) exit 2 ;;
      esac
      """
    let path = try folder.write(script, to: "secret-tool")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  /// Lets it hang from now on, or no longer.
  public func setSilent(_ isSilent: Bool) throws { try set("silent", isSilent) }

  /// Lets it wait from now on.
  public func hold() throws {
    guard mkfifo(folder.file("held"), 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// Lets it go on, once it waits.
  public func release() throws {
    let pipe = try FileHandle(forWritingTo: URL(filePath: folder.file("held")))
    try FileManager.default.removeItem(atPath: folder.file("held"))
    try pipe.close()
  }

  /// Lets it fail from now on, or no longer.
  public func setBroken(_ isBroken: Bool) throws { try set("broken", isBroken) }

  /// The arguments of each time that it was run.
  public var runs: [String] { text("arguments").split(separator: "\n").map(String.init) }

  /// Every environment that it was run in.
  public var environments: String { text("environment") }

  /// What it keeps.
  public var items: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasPrefix("item-") }.map(text)
  }

  /// Forgets everything, as when another program removes it.
  public func forget() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    for name in names where name.hasPrefix("item-") { try FileManager.default.removeItem(atPath: folder.file(name)) }
  }

  private func set(_ name: String, _ isSet: Bool) throws {
    if isSet {
      _ = try folder.write("", to: name)
    } else {
      try FileManager.default.removeItem(atPath: folder.file(name))
    }
  }

  private func text(_ name: String) -> String {
    (try? String(contentsOfFile: folder.file(name), encoding: .utf8)) ?? ""
  }
}
