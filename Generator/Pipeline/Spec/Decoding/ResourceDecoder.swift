import SpecYAML

/// Reads a resource's file, all but its definitions.
enum ResourceDecoder {
    /// The resource with its operations and waiters.
    static func decode(_ root: YAMLNode, file: String, into log: inout DecodingLog) -> ResourceSpec? {
        guard let reader = MappingReader(root, as: .resource, into: &log) else { return nil }
        guard let name = reader.text("resource", into: &log) else { return nil }
        var resource = ResourceSpec(name: name, file: file)
        resource.about = reader.text("about", into: &log)
        resource.operations = reader.named("operations", into: &log, of: OperationDecoder.decode)
        resource.waiters = reader.named("waiters", into: &log, of: waiter)
        return resource
    }

    private static func waiter(_ member: YAMLMember, into log: inout DecodingLog) -> WaiterSpec? {
        guard let reader = MappingReader(member.value, as: .waiter, owner: member.keyLocation, into: &log) else {
            return nil
        }
        let poll = reader.text("poll", into: &log)
        let until = reader.text("until", into: &log)
        let every = reader.duration("every", into: &log)
        let timeout = reader.duration("timeout", into: &log)
        guard let poll, let until, let every, let timeout else { return nil }
        var waiter = WaiterSpec(at: reader.location, poll: poll, until: until, every: every, timeout: timeout)
        waiter.about = reader.text("about", into: &log)
        waiter.notes = reader.text("notes", into: &log)
        waiter.shows = reader.text("shows", into: &log)
        return waiter
    }
}
