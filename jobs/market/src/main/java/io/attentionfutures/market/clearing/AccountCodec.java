package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Account;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Layout of an account: a version byte, then name, role, activity and weight. */
final class AccountCodec {
    private static final int VERSION = 1;

    private AccountCodec() {}

    static void write(DataOutput out, Account value) throws IOException {
        out.writeByte(VERSION);
        Binary.writeText(out, value.id());
        Binary.writeCode(out, value.role(), Binary.ROLES);
        out.writeBoolean(value.active());
        Binary.writeInt(out, value.weight());
    }

    static Account read(DataInput in) throws IOException {
        Binary.readVersion(in, VERSION, "an account");
        return new Account(
                Binary.readText(in),
                Binary.readCode(in, Binary.ROLES),
                in.readBoolean(),
                Binary.readInt(in));
    }
}
