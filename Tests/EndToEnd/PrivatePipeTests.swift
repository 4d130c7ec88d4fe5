import Foundation
import TestSupport
import Testing

@Suite("A pipe for one child process")
struct PrivatePipeTests {
  @Test("Both ends are closed in every child, and what is written comes out, to its end")
  func ends() throws {
    let pipe = try PrivatePipe()
    for end in [pipe.reading, pipe.writing] {
      #expect(fcntl(end.fileDescriptor, F_GETFD) & FD_CLOEXEC != 0)
    }
    // A reader that waits: without it, an empty pipe would be an error.
    #expect(fcntl(pipe.reading.fileDescriptor, F_GETFL) & O_NONBLOCK == 0)
    try pipe.writing.write(contentsOf: Data("said".utf8))
    try pipe.writing.close()
    #expect(pipe.reading.readDataToEndOfFile() == Data("said".utf8))
  }
}
