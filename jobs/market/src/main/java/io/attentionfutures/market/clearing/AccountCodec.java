package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.Role;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Layout of an account: a version byte, then its fields as declared. */
final class AccountCodec {
    private static final int VERSION = 1;

    private AccountCodec() {}

    static void write(DataOutput out, Account value) throws IOException {
        out.writeByte(VERSION);
        Binary.writeText(out, value.id());
        Binary.writeCode(out, value.role(), Binary.ROLES);
        out.writeBoolean(value.active());
        Binary.writeInt(out, value.weight());
        out.writeBoolean(value.paysInFull());
        Binary.writeInt(out, value.verifiedLots().size());
        for (Map.Entry<String, Long> verified : value.verifiedLots().entrySet()) {
            Binary.writeText(out, verified.getKey());
            Binary.writeLong(out, verified.getValue());
        }
    }

    static Account read(DataInput in) throws IOException {
        Binary.readVersion(in, VERSION, "an account");
        String id = Binary.readText(in);
        Role role = Binary.readCode(in, Binary.ROLES);
        boolean active = in.readBoolean();
        int weight = Binary.readInt(in);
        boolean paysInFull = in.readBoolean();
        SortedMap<String, Long> verified = new TreeMap<>();
        for (int left = Binary.readInt(in); left > 0; left--) {
            verified.put(Binary.readText(in), Binary.readLong(in));
        }
        return new Account(id, role, active, weight, paysInFull, verified);
    }
}
