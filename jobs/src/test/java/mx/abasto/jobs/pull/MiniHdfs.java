package mx.abasto.jobs.pull;

import java.io.IOException;
import java.lang.reflect.Method;

/**
 * HDFS in one process: a name node and a data node below the folder named first. Prints its port, and ends when its
 * input does. By reflection: Hadoop's jars for this hold much that is on the tests' class path in other versions.
 */
final class MiniHdfs {
    private MiniHdfs() {}

    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        Class<?> configurationClass = Class.forName("org.apache.hadoop.conf.Configuration");
        Object configuration = configurationClass.getConstructor().newInstance();
        Method set = configurationClass.getMethod("set", String.class, String.class);
        set.invoke(configuration, "hdfs.minidfs.basedir", arguments[0]);
        // A block that a test has cut is mended by the test.
        set.invoke(configuration, "dfs.block.scanner.volume.bytes.per.second", "0");
        Class<?> builderClass = Class.forName("org.apache.hadoop.hdfs.MiniDFSCluster$Builder");
        Object builder = builderClass.getConstructor(configurationClass).newInstance(configuration);
        Object cluster = builderClass.getMethod("build").invoke(builder);
        Class<?> clusterClass = Class.forName("org.apache.hadoop.hdfs.MiniDFSCluster");
        clusterClass.getMethod("waitActive").invoke(cluster);
        System.out.println(clusterClass.getMethod("getNameNodePort").invoke(cluster));
        while (System.in.read() >= 0) {
            // Nothing is said to it.
        }
        Runtime.getRuntime().halt(0);
    }
}
